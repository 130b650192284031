// What the build knows of itself: scripts/build replaces these names by strings.
declare const RUNTS_VERSION: string | undefined;
declare const RUNTS_REVISION: string | undefined;
declare const RUNTS_ADDON_FILE: string | undefined;
declare const RUNTS_HOLDER: string | undefined;

/** Version of this build, or undefined when it runs from source. */
export const buildVersion: string | undefined = typeof RUNTS_VERSION === "undefined" ? undefined : RUNTS_VERSION;

/** Commit of this build; empty when unknown. */
export const buildRevision: string = typeof RUNTS_REVISION === "undefined" ? "" : RUNTS_REVISION;

/** Whether the engine is Bun; the differences between the engines stay inside `sys`. */
export const isBun: boolean = process.versions.bun !== undefined;

/** Such as `bun 1.4.5`. */
export const engineName: string = isBun ? `bun ${process.versions.bun}` : `node ${process.versions.node}`;

/** Name of the ffi addon beside the bundle for Node: its content's, so that a mapped file is never written over. */
export const addonFile: string = typeof RUNTS_ADDON_FILE === "undefined" ? "" : RUNTS_ADDON_FILE;

/** The program of bin/holder as base64; empty when this runs from source. Called by who needs it: 3 kB of text. */
export const holderProgram = (): string => (typeof RUNTS_HOLDER === "undefined" ? "" : RUNTS_HOLDER);
