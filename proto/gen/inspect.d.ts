import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace runts. */
export namespace runts {

    /** Namespace shim. */
    namespace shim {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of an InspectRequest.
             * @deprecated Use runts.shim.v1.InspectRequest.$Properties instead.
             */
            interface IInspectRequest extends runts.shim.v1.InspectRequest.$Properties {
            }

            /** Represents an InspectRequest. */
            class InspectRequest {

                /**
                 * Constructs a new InspectRequest.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: runts.shim.v1.InspectRequest.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /**
                 * Encodes the specified InspectRequest message. Does not implicitly {@link runts.shim.v1.InspectRequest.verify|verify} messages.
                 * @param message InspectRequest message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: runts.shim.v1.InspectRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InspectRequest message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {runts.shim.v1.InspectRequest & runts.shim.v1.InspectRequest.$Shape} InspectRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): runts.shim.v1.InspectRequest & runts.shim.v1.InspectRequest.$Shape;
            }

            namespace InspectRequest {

                /** Properties of an InspectRequest. */
                interface $Properties {

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InspectRequest. */
                type $Shape = runts.shim.v1.InspectRequest.$Properties;
            }

            /**
             * Properties of an InspectResponse.
             * @deprecated Use runts.shim.v1.InspectResponse.$Properties instead.
             */
            interface IInspectResponse extends runts.shim.v1.InspectResponse.$Properties {
            }

            /** Represents an InspectResponse. */
            class InspectResponse {

                /**
                 * Constructs a new InspectResponse.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: runts.shim.v1.InspectResponse.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InspectResponse pid. */
                pid: number;

                /** InspectResponse version. */
                version: string;

                /** InspectResponse revision. */
                revision: string;

                /** InspectResponse engine. */
                engine: string;

                /** InspectResponse namespace. */
                namespace: string;

                /** InspectResponse eventAddress. */
                eventAddress: string;

                /** InspectResponse connections. */
                connections: number;

                /** InspectResponse adopted. */
                adopted: number;

                /** InspectResponse queuedEvents. */
                queuedEvents: number;

                /** InspectResponse oldestEventAgeMs. */
                oldestEventAgeMs: number;

                /** InspectResponse calls. */
                calls: runts.shim.v1.Call.$Properties[];

                /** InspectResponse containers. */
                containers: runts.shim.v1.Container.$Properties[];

                /** InspectResponse descriptors. */
                descriptors: runts.shim.v1.Descriptor.$Properties[];

                /** InspectResponse children. */
                children: number[];

                /**
                 * Encodes the specified InspectResponse message. Does not implicitly {@link runts.shim.v1.InspectResponse.verify|verify} messages.
                 * @param message InspectResponse message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: runts.shim.v1.InspectResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InspectResponse message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {runts.shim.v1.InspectResponse & runts.shim.v1.InspectResponse.$Shape} InspectResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): runts.shim.v1.InspectResponse & runts.shim.v1.InspectResponse.$Shape;
            }

            namespace InspectResponse {

                /** Properties of an InspectResponse. */
                interface $Properties {

                    /** InspectResponse pid */
                    pid?: (number|null);

                    /** InspectResponse version */
                    version?: (string|null);

                    /** InspectResponse revision */
                    revision?: (string|null);

                    /** InspectResponse engine */
                    engine?: (string|null);

                    /** InspectResponse namespace */
                    namespace?: (string|null);

                    /** InspectResponse eventAddress */
                    eventAddress?: (string|null);

                    /** InspectResponse connections */
                    connections?: (number|null);

                    /** InspectResponse adopted */
                    adopted?: (number|null);

                    /** InspectResponse queuedEvents */
                    queuedEvents?: (number|null);

                    /** InspectResponse oldestEventAgeMs */
                    oldestEventAgeMs?: (number|null);

                    /** InspectResponse calls */
                    calls?: (runts.shim.v1.Call.$Properties[]|null);

                    /** InspectResponse containers */
                    containers?: (runts.shim.v1.Container.$Properties[]|null);

                    /** InspectResponse descriptors */
                    descriptors?: (runts.shim.v1.Descriptor.$Properties[]|null);

                    /** InspectResponse children */
                    children?: (number[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InspectResponse. */
                type $Shape = runts.shim.v1.InspectResponse.$Properties;
            }

            /**
             * Properties of a Call.
             * @deprecated Use runts.shim.v1.Call.$Properties instead.
             */
            interface ICall extends runts.shim.v1.Call.$Properties {
            }

            /** Represents a Call. */
            class Call {

                /**
                 * Constructs a new Call.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: runts.shim.v1.Call.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Call service. */
                service: string;

                /** Call method. */
                method: string;

                /** Call id. */
                id: string;

                /** Call execId. */
                execId: string;

                /** Call ageMs. */
                ageMs: number;

                /**
                 * Encodes the specified Call message. Does not implicitly {@link runts.shim.v1.Call.verify|verify} messages.
                 * @param message Call message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: runts.shim.v1.Call.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Call message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {runts.shim.v1.Call & runts.shim.v1.Call.$Shape} Call
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): runts.shim.v1.Call & runts.shim.v1.Call.$Shape;
            }

            namespace Call {

                /** Properties of a Call. */
                interface $Properties {

                    /** Call service */
                    service?: (string|null);

                    /** Call method */
                    method?: (string|null);

                    /** Call id */
                    id?: (string|null);

                    /** Call execId */
                    execId?: (string|null);

                    /** Call ageMs */
                    ageMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Call. */
                type $Shape = runts.shim.v1.Call.$Properties;
            }

            /**
             * Properties of a Container.
             * @deprecated Use runts.shim.v1.Container.$Properties instead.
             */
            interface IContainer extends runts.shim.v1.Container.$Properties {
            }

            /** Represents a Container. */
            class Container {

                /**
                 * Constructs a new Container.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: runts.shim.v1.Container.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Container id. */
                id: string;

                /** Container bundle. */
                bundle: string;

                /** Container init. */
                init?: (runts.shim.v1.Process.$Properties|null);

                /** Container execs. */
                execs: runts.shim.v1.Process.$Properties[];

                /**
                 * Encodes the specified Container message. Does not implicitly {@link runts.shim.v1.Container.verify|verify} messages.
                 * @param message Container message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: runts.shim.v1.Container.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Container message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {runts.shim.v1.Container & runts.shim.v1.Container.$Shape} Container
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): runts.shim.v1.Container & runts.shim.v1.Container.$Shape;
            }

            namespace Container {

                /** Properties of a Container. */
                interface $Properties {

                    /** Container id */
                    id?: (string|null);

                    /** Container bundle */
                    bundle?: (string|null);

                    /** Container init */
                    init?: (runts.shim.v1.Process.$Properties|null);

                    /** Container execs */
                    execs?: (runts.shim.v1.Process.$Properties[]|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Container. */
                type $Shape = runts.shim.v1.Container.$Properties;
            }

            /**
             * Properties of a Process.
             * @deprecated Use runts.shim.v1.Process.$Properties instead.
             */
            interface IProcess extends runts.shim.v1.Process.$Properties {
            }

            /** Represents a Process. */
            class Process {

                /**
                 * Constructs a new Process.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: runts.shim.v1.Process.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Process id. */
                id: string;

                /** Process pid. */
                pid: number;

                /** Process state. */
                state: string;

                /** Process terminal. */
                terminal: boolean;

                /** Process stdin. */
                stdin: string;

                /** Process stdout. */
                stdout: string;

                /** Process stderr. */
                stderr: string;

                /** Process exitStatus. */
                exitStatus: number;

                /** Process exitedAtMs. */
                exitedAtMs: number;

                /**
                 * Encodes the specified Process message. Does not implicitly {@link runts.shim.v1.Process.verify|verify} messages.
                 * @param message Process message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: runts.shim.v1.Process.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Process message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {runts.shim.v1.Process & runts.shim.v1.Process.$Shape} Process
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): runts.shim.v1.Process & runts.shim.v1.Process.$Shape;
            }

            namespace Process {

                /** Properties of a Process. */
                interface $Properties {

                    /** Process id */
                    id?: (string|null);

                    /** Process pid */
                    pid?: (number|null);

                    /** Process state */
                    state?: (string|null);

                    /** Process terminal */
                    terminal?: (boolean|null);

                    /** Process stdin */
                    stdin?: (string|null);

                    /** Process stdout */
                    stdout?: (string|null);

                    /** Process stderr */
                    stderr?: (string|null);

                    /** Process exitStatus */
                    exitStatus?: (number|null);

                    /** Process exitedAtMs */
                    exitedAtMs?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Process. */
                type $Shape = runts.shim.v1.Process.$Properties;
            }

            /**
             * Properties of a Descriptor.
             * @deprecated Use runts.shim.v1.Descriptor.$Properties instead.
             */
            interface IDescriptor extends runts.shim.v1.Descriptor.$Properties {
            }

            /** Represents a Descriptor. */
            class Descriptor {

                /**
                 * Constructs a new Descriptor.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: runts.shim.v1.Descriptor.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** Descriptor number. */
                number: number;

                /** Descriptor purpose. */
                purpose: string;

                /**
                 * Encodes the specified Descriptor message. Does not implicitly {@link runts.shim.v1.Descriptor.verify|verify} messages.
                 * @param message Descriptor message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: runts.shim.v1.Descriptor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a Descriptor message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {runts.shim.v1.Descriptor & runts.shim.v1.Descriptor.$Shape} Descriptor
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): runts.shim.v1.Descriptor & runts.shim.v1.Descriptor.$Shape;
            }

            namespace Descriptor {

                /** Properties of a Descriptor. */
                interface $Properties {

                    /** Descriptor number */
                    number?: (number|null);

                    /** Descriptor purpose */
                    purpose?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a Descriptor. */
                type $Shape = runts.shim.v1.Descriptor.$Properties;
            }
        }
    }
}
