// Waiting, as the driver does it (conformance/driver/eventually.ts), under the name by which all tests know it.

export { type EventuallyOptions, eventually } from "../../conformance/driver/eventually.ts";
