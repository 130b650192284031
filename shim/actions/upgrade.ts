// The shim becomes the program that is installed now, under its containers, which do not notice (docs/upgrade.md).
import { type UpgradeResponse, upgradeRequest, upgradeResponse } from "../../proto/upgrade.ts";
import { buildRevision, buildVersion, isBun } from "../../sys/build.ts";
import { NotQuiet } from "../../sys/saved.ts";
import { method, repeatable, type Service } from "../../ttrpc/method.ts";
import { ShimError } from "../base/errdefs.ts";
import { messageOf } from "../base/error-text.ts";
import { errorFields, log } from "../base/log.ts";
import type { ShimState } from "./shim-state.ts";
import type { Snapshot } from "./snapshot.ts";

export const upgradeServiceName = "runts.shim.v1.Upgrade";

/** What is in hand is waited for no longer. */
const finishMs = 1000;

export class Upgrades {
  readonly #snapshot: Snapshot;
  /** Who wrote the state that this process goes on with, where that was an upgrade. */
  readonly #before: string | undefined;
  /** Why the other program has not gone on, and this one does again. */
  readonly #failure: string | undefined;
  /** The calls that come now were made to the image before: it is this one that answers them. */
  #isRestoring: boolean;
  #underWay = false;

  constructor(snapshot: Snapshot, state: ShimState | undefined) {
    this.#snapshot = snapshot;
    this.#before = state?.reason === "upgrade" ? state.writer : undefined;
    this.#failure = state?.failure;
    this.#isRestoring = this.#before !== undefined;
  }

  readonly methods: Service = {
    Upgrade: repeatable(
      method(upgradeRequest, upgradeResponse, ({ path }) =>
        this.#isRestoring ? this.#answer() : this.#begin(path === "" ? undefined : path),
      ),
    ),
  };

  /** From now on calls are new. */
  restored(): void {
    this.#isRestoring = false;
  }

  #answer(): UpgradeResponse {
    if (this.#failure !== undefined) {
      throw new ShimError("failed-precondition", `the other program could not go on: ${this.#failure}`);
    }
    return { version: `${buildVersion ?? "source"} ${buildRevision}`, before: this.#before ?? "" };
  }

  async onSignal(): Promise<void> {
    try {
      await this.#begin(undefined);
    } catch (error) {
      log("error", "failed to upgrade", errorFields(error));
    }
  }

  /** `path`: instead of what is installed. Throws ShimError, everything being as before then. */
  async #begin(path: string | undefined): Promise<never> {
    if (!isBun) throw new ShimError("unimplemented", "the program for Node does not upgrade itself");
    if (this.#underWay) throw new ShimError("failed-precondition", "an upgrade is under way");
    this.#underWay = true;
    try {
      return await this.#snapshot.become(async () => {
        const { programToBecome } = await import("./upgrade-check.ts");
        return await programToBecome(path);
      }, finishMs);
    } catch (error) {
      if (error instanceof ShimError) throw error;
      const reason = error instanceof NotQuiet ? `not within ${finishMs} ms: ${error.message}` : messageOf(error);
      throw new ShimError("unavailable", `failed to upgrade: ${reason}`, { cause: error });
    } finally {
      this.#underWay = false;
    }
  }
}
