// Whether containerd's environment asks for traces; all that a shim without tracing loads of it.

/** OpenTelemetry's variables, as containerd itself reads them. */
export function isTracingWanted(environment: NodeJS.ProcessEnv = process.env): boolean {
  const endpoint = environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || environment.OTEL_EXPORTER_OTLP_ENDPOINT;
  return endpoint !== undefined && endpoint !== "" && environment.OTEL_SDK_DISABLED?.toLowerCase() !== "true";
}
