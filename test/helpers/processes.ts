// Reading /proc, as the driver does it (conformance/driver/processes.ts), under the name by which all tests know it.

export * from "../../conformance/driver/processes.ts";
