import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace containerd. */
export namespace containerd {

    /** Namespace runtime. */
    namespace runtime {

        /** Namespace sandbox. */
        namespace sandbox {

            /** Namespace v1. */
            namespace v1 {

                /**
                 * Properties of a CreateSandboxRequest.
                 * @deprecated Use containerd.runtime.sandbox.v1.CreateSandboxRequest.$Properties instead.
                 */
                interface ICreateSandboxRequest extends containerd.runtime.sandbox.v1.CreateSandboxRequest.$Properties {
                }

                /** Represents a CreateSandboxRequest. */
                class CreateSandboxRequest {

                    /**
                     * Constructs a new CreateSandboxRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.CreateSandboxRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CreateSandboxRequest sandboxId. */
                    sandboxId: string;

                    /** CreateSandboxRequest bundlePath. */
                    bundlePath: string;

                    /** CreateSandboxRequest rootfs. */
                    rootfs: containerd.types.Mount.$Properties[];

                    /** CreateSandboxRequest options. */
                    options?: (google.protobuf.Any.$Properties|null);

                    /** CreateSandboxRequest netnsPath. */
                    netnsPath: string;

                    /** CreateSandboxRequest annotations. */
                    annotations: { [k: string]: string };

                    /**
                     * Encodes the specified CreateSandboxRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.CreateSandboxRequest.verify|verify} messages.
                     * @param message CreateSandboxRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.CreateSandboxRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CreateSandboxRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.CreateSandboxRequest & containerd.runtime.sandbox.v1.CreateSandboxRequest.$Shape} CreateSandboxRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.CreateSandboxRequest & containerd.runtime.sandbox.v1.CreateSandboxRequest.$Shape;
                }

                namespace CreateSandboxRequest {

                    /** Properties of a CreateSandboxRequest. */
                    interface $Properties {

                        /** CreateSandboxRequest sandboxId */
                        sandboxId?: (string|null);

                        /** CreateSandboxRequest bundlePath */
                        bundlePath?: (string|null);

                        /** CreateSandboxRequest rootfs */
                        rootfs?: (containerd.types.Mount.$Properties[]|null);

                        /** CreateSandboxRequest options */
                        options?: (google.protobuf.Any.$Properties|null);

                        /** CreateSandboxRequest netnsPath */
                        netnsPath?: (string|null);

                        /** CreateSandboxRequest annotations */
                        annotations?: ({ [k: string]: string }|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CreateSandboxRequest. */
                    type $Shape = containerd.runtime.sandbox.v1.CreateSandboxRequest.$Properties;
                }

                /**
                 * Properties of a CreateSandboxResponse.
                 * @deprecated Use containerd.runtime.sandbox.v1.CreateSandboxResponse.$Properties instead.
                 */
                interface ICreateSandboxResponse extends containerd.runtime.sandbox.v1.CreateSandboxResponse.$Properties {
                }

                /** Represents a CreateSandboxResponse. */
                class CreateSandboxResponse {

                    /**
                     * Constructs a new CreateSandboxResponse.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.CreateSandboxResponse.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /**
                     * Encodes the specified CreateSandboxResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.CreateSandboxResponse.verify|verify} messages.
                     * @param message CreateSandboxResponse message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.CreateSandboxResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CreateSandboxResponse message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.CreateSandboxResponse & containerd.runtime.sandbox.v1.CreateSandboxResponse.$Shape} CreateSandboxResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.CreateSandboxResponse & containerd.runtime.sandbox.v1.CreateSandboxResponse.$Shape;
                }

                namespace CreateSandboxResponse {

                    /** Properties of a CreateSandboxResponse. */
                    interface $Properties {

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CreateSandboxResponse. */
                    type $Shape = containerd.runtime.sandbox.v1.CreateSandboxResponse.$Properties;
                }

                /**
                 * Properties of a StartSandboxRequest.
                 * @deprecated Use containerd.runtime.sandbox.v1.StartSandboxRequest.$Properties instead.
                 */
                interface IStartSandboxRequest extends containerd.runtime.sandbox.v1.StartSandboxRequest.$Properties {
                }

                /** Represents a StartSandboxRequest. */
                class StartSandboxRequest {

                    /**
                     * Constructs a new StartSandboxRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.StartSandboxRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** StartSandboxRequest sandboxId. */
                    sandboxId: string;

                    /**
                     * Encodes the specified StartSandboxRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.StartSandboxRequest.verify|verify} messages.
                     * @param message StartSandboxRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.StartSandboxRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a StartSandboxRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.StartSandboxRequest & containerd.runtime.sandbox.v1.StartSandboxRequest.$Shape} StartSandboxRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.StartSandboxRequest & containerd.runtime.sandbox.v1.StartSandboxRequest.$Shape;
                }

                namespace StartSandboxRequest {

                    /** Properties of a StartSandboxRequest. */
                    interface $Properties {

                        /** StartSandboxRequest sandboxId */
                        sandboxId?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a StartSandboxRequest. */
                    type $Shape = containerd.runtime.sandbox.v1.StartSandboxRequest.$Properties;
                }

                /**
                 * Properties of a StartSandboxResponse.
                 * @deprecated Use containerd.runtime.sandbox.v1.StartSandboxResponse.$Properties instead.
                 */
                interface IStartSandboxResponse extends containerd.runtime.sandbox.v1.StartSandboxResponse.$Properties {
                }

                /** Represents a StartSandboxResponse. */
                class StartSandboxResponse {

                    /**
                     * Constructs a new StartSandboxResponse.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.StartSandboxResponse.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** StartSandboxResponse pid. */
                    pid: number;

                    /** StartSandboxResponse createdAt. */
                    createdAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** StartSandboxResponse spec. */
                    spec?: (google.protobuf.Any.$Properties|null);

                    /**
                     * Encodes the specified StartSandboxResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.StartSandboxResponse.verify|verify} messages.
                     * @param message StartSandboxResponse message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.StartSandboxResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a StartSandboxResponse message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.StartSandboxResponse & containerd.runtime.sandbox.v1.StartSandboxResponse.$Shape} StartSandboxResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.StartSandboxResponse & containerd.runtime.sandbox.v1.StartSandboxResponse.$Shape;
                }

                namespace StartSandboxResponse {

                    /** Properties of a StartSandboxResponse. */
                    interface $Properties {

                        /** StartSandboxResponse pid */
                        pid?: (number|null);

                        /** StartSandboxResponse createdAt */
                        createdAt?: (google.protobuf.Timestamp.$Properties|null);

                        /** StartSandboxResponse spec */
                        spec?: (google.protobuf.Any.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a StartSandboxResponse. */
                    type $Shape = containerd.runtime.sandbox.v1.StartSandboxResponse.$Properties;
                }

                /**
                 * Properties of a PlatformRequest.
                 * @deprecated Use containerd.runtime.sandbox.v1.PlatformRequest.$Properties instead.
                 */
                interface IPlatformRequest extends containerd.runtime.sandbox.v1.PlatformRequest.$Properties {
                }

                /** Represents a PlatformRequest. */
                class PlatformRequest {

                    /**
                     * Constructs a new PlatformRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.PlatformRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** PlatformRequest sandboxId. */
                    sandboxId: string;

                    /**
                     * Encodes the specified PlatformRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.PlatformRequest.verify|verify} messages.
                     * @param message PlatformRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.PlatformRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a PlatformRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.PlatformRequest & containerd.runtime.sandbox.v1.PlatformRequest.$Shape} PlatformRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.PlatformRequest & containerd.runtime.sandbox.v1.PlatformRequest.$Shape;
                }

                namespace PlatformRequest {

                    /** Properties of a PlatformRequest. */
                    interface $Properties {

                        /** PlatformRequest sandboxId */
                        sandboxId?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a PlatformRequest. */
                    type $Shape = containerd.runtime.sandbox.v1.PlatformRequest.$Properties;
                }

                /**
                 * Properties of a PlatformResponse.
                 * @deprecated Use containerd.runtime.sandbox.v1.PlatformResponse.$Properties instead.
                 */
                interface IPlatformResponse extends containerd.runtime.sandbox.v1.PlatformResponse.$Properties {
                }

                /** Represents a PlatformResponse. */
                class PlatformResponse {

                    /**
                     * Constructs a new PlatformResponse.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.PlatformResponse.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** PlatformResponse platform. */
                    platform?: (containerd.types.Platform.$Properties|null);

                    /**
                     * Encodes the specified PlatformResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.PlatformResponse.verify|verify} messages.
                     * @param message PlatformResponse message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.PlatformResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a PlatformResponse message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.PlatformResponse & containerd.runtime.sandbox.v1.PlatformResponse.$Shape} PlatformResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.PlatformResponse & containerd.runtime.sandbox.v1.PlatformResponse.$Shape;
                }

                namespace PlatformResponse {

                    /** Properties of a PlatformResponse. */
                    interface $Properties {

                        /** PlatformResponse platform */
                        platform?: (containerd.types.Platform.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a PlatformResponse. */
                    type $Shape = containerd.runtime.sandbox.v1.PlatformResponse.$Properties;
                }

                /**
                 * Properties of a StopSandboxRequest.
                 * @deprecated Use containerd.runtime.sandbox.v1.StopSandboxRequest.$Properties instead.
                 */
                interface IStopSandboxRequest extends containerd.runtime.sandbox.v1.StopSandboxRequest.$Properties {
                }

                /** Represents a StopSandboxRequest. */
                class StopSandboxRequest {

                    /**
                     * Constructs a new StopSandboxRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.StopSandboxRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** StopSandboxRequest sandboxId. */
                    sandboxId: string;

                    /** StopSandboxRequest timeoutSecs. */
                    timeoutSecs: number;

                    /**
                     * Encodes the specified StopSandboxRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.StopSandboxRequest.verify|verify} messages.
                     * @param message StopSandboxRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.StopSandboxRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a StopSandboxRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.StopSandboxRequest & containerd.runtime.sandbox.v1.StopSandboxRequest.$Shape} StopSandboxRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.StopSandboxRequest & containerd.runtime.sandbox.v1.StopSandboxRequest.$Shape;
                }

                namespace StopSandboxRequest {

                    /** Properties of a StopSandboxRequest. */
                    interface $Properties {

                        /** StopSandboxRequest sandboxId */
                        sandboxId?: (string|null);

                        /** StopSandboxRequest timeoutSecs */
                        timeoutSecs?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a StopSandboxRequest. */
                    type $Shape = containerd.runtime.sandbox.v1.StopSandboxRequest.$Properties;
                }

                /**
                 * Properties of a StopSandboxResponse.
                 * @deprecated Use containerd.runtime.sandbox.v1.StopSandboxResponse.$Properties instead.
                 */
                interface IStopSandboxResponse extends containerd.runtime.sandbox.v1.StopSandboxResponse.$Properties {
                }

                /** Represents a StopSandboxResponse. */
                class StopSandboxResponse {

                    /**
                     * Constructs a new StopSandboxResponse.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.StopSandboxResponse.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /**
                     * Encodes the specified StopSandboxResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.StopSandboxResponse.verify|verify} messages.
                     * @param message StopSandboxResponse message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.StopSandboxResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a StopSandboxResponse message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.StopSandboxResponse & containerd.runtime.sandbox.v1.StopSandboxResponse.$Shape} StopSandboxResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.StopSandboxResponse & containerd.runtime.sandbox.v1.StopSandboxResponse.$Shape;
                }

                namespace StopSandboxResponse {

                    /** Properties of a StopSandboxResponse. */
                    interface $Properties {

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a StopSandboxResponse. */
                    type $Shape = containerd.runtime.sandbox.v1.StopSandboxResponse.$Properties;
                }

                /**
                 * Properties of a WaitSandboxRequest.
                 * @deprecated Use containerd.runtime.sandbox.v1.WaitSandboxRequest.$Properties instead.
                 */
                interface IWaitSandboxRequest extends containerd.runtime.sandbox.v1.WaitSandboxRequest.$Properties {
                }

                /** Represents a WaitSandboxRequest. */
                class WaitSandboxRequest {

                    /**
                     * Constructs a new WaitSandboxRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.WaitSandboxRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** WaitSandboxRequest sandboxId. */
                    sandboxId: string;

                    /**
                     * Encodes the specified WaitSandboxRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.WaitSandboxRequest.verify|verify} messages.
                     * @param message WaitSandboxRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.WaitSandboxRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a WaitSandboxRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.WaitSandboxRequest & containerd.runtime.sandbox.v1.WaitSandboxRequest.$Shape} WaitSandboxRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.WaitSandboxRequest & containerd.runtime.sandbox.v1.WaitSandboxRequest.$Shape;
                }

                namespace WaitSandboxRequest {

                    /** Properties of a WaitSandboxRequest. */
                    interface $Properties {

                        /** WaitSandboxRequest sandboxId */
                        sandboxId?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a WaitSandboxRequest. */
                    type $Shape = containerd.runtime.sandbox.v1.WaitSandboxRequest.$Properties;
                }

                /**
                 * Properties of a WaitSandboxResponse.
                 * @deprecated Use containerd.runtime.sandbox.v1.WaitSandboxResponse.$Properties instead.
                 */
                interface IWaitSandboxResponse extends containerd.runtime.sandbox.v1.WaitSandboxResponse.$Properties {
                }

                /** Represents a WaitSandboxResponse. */
                class WaitSandboxResponse {

                    /**
                     * Constructs a new WaitSandboxResponse.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.WaitSandboxResponse.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** WaitSandboxResponse exitStatus. */
                    exitStatus: number;

                    /** WaitSandboxResponse exitedAt. */
                    exitedAt?: (google.protobuf.Timestamp.$Properties|null);

                    /**
                     * Encodes the specified WaitSandboxResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.WaitSandboxResponse.verify|verify} messages.
                     * @param message WaitSandboxResponse message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.WaitSandboxResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a WaitSandboxResponse message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.WaitSandboxResponse & containerd.runtime.sandbox.v1.WaitSandboxResponse.$Shape} WaitSandboxResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.WaitSandboxResponse & containerd.runtime.sandbox.v1.WaitSandboxResponse.$Shape;
                }

                namespace WaitSandboxResponse {

                    /** Properties of a WaitSandboxResponse. */
                    interface $Properties {

                        /** WaitSandboxResponse exitStatus */
                        exitStatus?: (number|null);

                        /** WaitSandboxResponse exitedAt */
                        exitedAt?: (google.protobuf.Timestamp.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a WaitSandboxResponse. */
                    type $Shape = containerd.runtime.sandbox.v1.WaitSandboxResponse.$Properties;
                }

                /**
                 * Properties of a SandboxStatusRequest.
                 * @deprecated Use containerd.runtime.sandbox.v1.SandboxStatusRequest.$Properties instead.
                 */
                interface ISandboxStatusRequest extends containerd.runtime.sandbox.v1.SandboxStatusRequest.$Properties {
                }

                /** Represents a SandboxStatusRequest. */
                class SandboxStatusRequest {

                    /**
                     * Constructs a new SandboxStatusRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.SandboxStatusRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** SandboxStatusRequest sandboxId. */
                    sandboxId: string;

                    /** SandboxStatusRequest verbose. */
                    verbose: boolean;

                    /**
                     * Encodes the specified SandboxStatusRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.SandboxStatusRequest.verify|verify} messages.
                     * @param message SandboxStatusRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.SandboxStatusRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a SandboxStatusRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.SandboxStatusRequest & containerd.runtime.sandbox.v1.SandboxStatusRequest.$Shape} SandboxStatusRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.SandboxStatusRequest & containerd.runtime.sandbox.v1.SandboxStatusRequest.$Shape;
                }

                namespace SandboxStatusRequest {

                    /** Properties of a SandboxStatusRequest. */
                    interface $Properties {

                        /** SandboxStatusRequest sandboxId */
                        sandboxId?: (string|null);

                        /** SandboxStatusRequest verbose */
                        verbose?: (boolean|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a SandboxStatusRequest. */
                    type $Shape = containerd.runtime.sandbox.v1.SandboxStatusRequest.$Properties;
                }

                /**
                 * Properties of a SandboxStatusResponse.
                 * @deprecated Use containerd.runtime.sandbox.v1.SandboxStatusResponse.$Properties instead.
                 */
                interface ISandboxStatusResponse extends containerd.runtime.sandbox.v1.SandboxStatusResponse.$Properties {
                }

                /** Represents a SandboxStatusResponse. */
                class SandboxStatusResponse {

                    /**
                     * Constructs a new SandboxStatusResponse.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.SandboxStatusResponse.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** SandboxStatusResponse sandboxId. */
                    sandboxId: string;

                    /** SandboxStatusResponse pid. */
                    pid: number;

                    /** SandboxStatusResponse state. */
                    state: string;

                    /** SandboxStatusResponse info. */
                    info: { [k: string]: string };

                    /** SandboxStatusResponse createdAt. */
                    createdAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** SandboxStatusResponse exitedAt. */
                    exitedAt?: (google.protobuf.Timestamp.$Properties|null);

                    /** SandboxStatusResponse extra. */
                    extra?: (google.protobuf.Any.$Properties|null);

                    /**
                     * Encodes the specified SandboxStatusResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.SandboxStatusResponse.verify|verify} messages.
                     * @param message SandboxStatusResponse message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.SandboxStatusResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a SandboxStatusResponse message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.SandboxStatusResponse & containerd.runtime.sandbox.v1.SandboxStatusResponse.$Shape} SandboxStatusResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.SandboxStatusResponse & containerd.runtime.sandbox.v1.SandboxStatusResponse.$Shape;
                }

                namespace SandboxStatusResponse {

                    /** Properties of a SandboxStatusResponse. */
                    interface $Properties {

                        /** SandboxStatusResponse sandboxId */
                        sandboxId?: (string|null);

                        /** SandboxStatusResponse pid */
                        pid?: (number|null);

                        /** SandboxStatusResponse state */
                        state?: (string|null);

                        /** SandboxStatusResponse info */
                        info?: ({ [k: string]: string }|null);

                        /** SandboxStatusResponse createdAt */
                        createdAt?: (google.protobuf.Timestamp.$Properties|null);

                        /** SandboxStatusResponse exitedAt */
                        exitedAt?: (google.protobuf.Timestamp.$Properties|null);

                        /** SandboxStatusResponse extra */
                        extra?: (google.protobuf.Any.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a SandboxStatusResponse. */
                    type $Shape = containerd.runtime.sandbox.v1.SandboxStatusResponse.$Properties;
                }

                /**
                 * Properties of a PingRequest.
                 * @deprecated Use containerd.runtime.sandbox.v1.PingRequest.$Properties instead.
                 */
                interface IPingRequest extends containerd.runtime.sandbox.v1.PingRequest.$Properties {
                }

                /** Represents a PingRequest. */
                class PingRequest {

                    /**
                     * Constructs a new PingRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.PingRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** PingRequest sandboxId. */
                    sandboxId: string;

                    /**
                     * Encodes the specified PingRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.PingRequest.verify|verify} messages.
                     * @param message PingRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.PingRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a PingRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.PingRequest & containerd.runtime.sandbox.v1.PingRequest.$Shape} PingRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.PingRequest & containerd.runtime.sandbox.v1.PingRequest.$Shape;
                }

                namespace PingRequest {

                    /** Properties of a PingRequest. */
                    interface $Properties {

                        /** PingRequest sandboxId */
                        sandboxId?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a PingRequest. */
                    type $Shape = containerd.runtime.sandbox.v1.PingRequest.$Properties;
                }

                /**
                 * Properties of a PingResponse.
                 * @deprecated Use containerd.runtime.sandbox.v1.PingResponse.$Properties instead.
                 */
                interface IPingResponse extends containerd.runtime.sandbox.v1.PingResponse.$Properties {
                }

                /** Represents a PingResponse. */
                class PingResponse {

                    /**
                     * Constructs a new PingResponse.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.PingResponse.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /**
                     * Encodes the specified PingResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.PingResponse.verify|verify} messages.
                     * @param message PingResponse message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.PingResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a PingResponse message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.PingResponse & containerd.runtime.sandbox.v1.PingResponse.$Shape} PingResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.PingResponse & containerd.runtime.sandbox.v1.PingResponse.$Shape;
                }

                namespace PingResponse {

                    /** Properties of a PingResponse. */
                    interface $Properties {

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a PingResponse. */
                    type $Shape = containerd.runtime.sandbox.v1.PingResponse.$Properties;
                }

                /**
                 * Properties of a ShutdownSandboxRequest.
                 * @deprecated Use containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Properties instead.
                 */
                interface IShutdownSandboxRequest extends containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Properties {
                }

                /** Represents a ShutdownSandboxRequest. */
                class ShutdownSandboxRequest {

                    /**
                     * Constructs a new ShutdownSandboxRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** ShutdownSandboxRequest sandboxId. */
                    sandboxId: string;

                    /**
                     * Encodes the specified ShutdownSandboxRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.ShutdownSandboxRequest.verify|verify} messages.
                     * @param message ShutdownSandboxRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a ShutdownSandboxRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.ShutdownSandboxRequest & containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Shape} ShutdownSandboxRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.ShutdownSandboxRequest & containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Shape;
                }

                namespace ShutdownSandboxRequest {

                    /** Properties of a ShutdownSandboxRequest. */
                    interface $Properties {

                        /** ShutdownSandboxRequest sandboxId */
                        sandboxId?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a ShutdownSandboxRequest. */
                    type $Shape = containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Properties;
                }

                /**
                 * Properties of a ShutdownSandboxResponse.
                 * @deprecated Use containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Properties instead.
                 */
                interface IShutdownSandboxResponse extends containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Properties {
                }

                /** Represents a ShutdownSandboxResponse. */
                class ShutdownSandboxResponse {

                    /**
                     * Constructs a new ShutdownSandboxResponse.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /**
                     * Encodes the specified ShutdownSandboxResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.ShutdownSandboxResponse.verify|verify} messages.
                     * @param message ShutdownSandboxResponse message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a ShutdownSandboxResponse message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.ShutdownSandboxResponse & containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Shape} ShutdownSandboxResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.ShutdownSandboxResponse & containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Shape;
                }

                namespace ShutdownSandboxResponse {

                    /** Properties of a ShutdownSandboxResponse. */
                    interface $Properties {

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a ShutdownSandboxResponse. */
                    type $Shape = containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Properties;
                }

                /**
                 * Properties of a SandboxMetricsRequest.
                 * @deprecated Use containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Properties instead.
                 */
                interface ISandboxMetricsRequest extends containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Properties {
                }

                /** Represents a SandboxMetricsRequest. */
                class SandboxMetricsRequest {

                    /**
                     * Constructs a new SandboxMetricsRequest.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** SandboxMetricsRequest sandboxId. */
                    sandboxId: string;

                    /**
                     * Encodes the specified SandboxMetricsRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.SandboxMetricsRequest.verify|verify} messages.
                     * @param message SandboxMetricsRequest message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a SandboxMetricsRequest message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.SandboxMetricsRequest & containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Shape} SandboxMetricsRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.SandboxMetricsRequest & containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Shape;
                }

                namespace SandboxMetricsRequest {

                    /** Properties of a SandboxMetricsRequest. */
                    interface $Properties {

                        /** SandboxMetricsRequest sandboxId */
                        sandboxId?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a SandboxMetricsRequest. */
                    type $Shape = containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Properties;
                }

                /**
                 * Properties of a SandboxMetricsResponse.
                 * @deprecated Use containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Properties instead.
                 */
                interface ISandboxMetricsResponse extends containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Properties {
                }

                /** Represents a SandboxMetricsResponse. */
                class SandboxMetricsResponse {

                    /**
                     * Constructs a new SandboxMetricsResponse.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** SandboxMetricsResponse metrics. */
                    metrics?: (containerd.types.Metric.$Properties|null);

                    /**
                     * Encodes the specified SandboxMetricsResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.SandboxMetricsResponse.verify|verify} messages.
                     * @param message SandboxMetricsResponse message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a SandboxMetricsResponse message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.SandboxMetricsResponse & containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Shape} SandboxMetricsResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.runtime.sandbox.v1.SandboxMetricsResponse & containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Shape;
                }

                namespace SandboxMetricsResponse {

                    /** Properties of a SandboxMetricsResponse. */
                    interface $Properties {

                        /** SandboxMetricsResponse metrics */
                        metrics?: (containerd.types.Metric.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a SandboxMetricsResponse. */
                    type $Shape = containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Properties;
                }
            }
        }
    }

    /** Namespace types. */
    namespace types {

        /**
         * Properties of a Metric.
         * @deprecated Use containerd.types.Metric.$Properties instead.
         */
        interface IMetric extends containerd.types.Metric.$Properties {
        }

        /** Represents a Metric. */
        class Metric {

            /**
             * Constructs a new Metric.
             * @param [properties] Properties to set
             */
            constructor(properties?: containerd.types.Metric.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Metric timestamp. */
            timestamp?: (google.protobuf.Timestamp.$Properties|null);

            /** Metric id. */
            id: string;

            /** Metric data. */
            data?: (google.protobuf.Any.$Properties|null);

            /**
             * Encodes the specified Metric message. Does not implicitly {@link containerd.types.Metric.verify|verify} messages.
             * @param message Metric message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: containerd.types.Metric.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Metric message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {containerd.types.Metric & containerd.types.Metric.$Shape} Metric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.types.Metric & containerd.types.Metric.$Shape;
        }

        namespace Metric {

            /** Properties of a Metric. */
            interface $Properties {

                /** Metric timestamp */
                timestamp?: (google.protobuf.Timestamp.$Properties|null);

                /** Metric id */
                id?: (string|null);

                /** Metric data */
                data?: (google.protobuf.Any.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Metric. */
            type $Shape = containerd.types.Metric.$Properties;
        }

        /**
         * Properties of a Mount.
         * @deprecated Use containerd.types.Mount.$Properties instead.
         */
        interface IMount extends containerd.types.Mount.$Properties {
        }

        /** Represents a Mount. */
        class Mount {

            /**
             * Constructs a new Mount.
             * @param [properties] Properties to set
             */
            constructor(properties?: containerd.types.Mount.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Mount type. */
            type: string;

            /** Mount source. */
            source: string;

            /** Mount target. */
            target: string;

            /** Mount options. */
            options: string[];

            /**
             * Encodes the specified Mount message. Does not implicitly {@link containerd.types.Mount.verify|verify} messages.
             * @param message Mount message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: containerd.types.Mount.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Mount message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {containerd.types.Mount & containerd.types.Mount.$Shape} Mount
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.types.Mount & containerd.types.Mount.$Shape;
        }

        namespace Mount {

            /** Properties of a Mount. */
            interface $Properties {

                /** Mount type */
                type?: (string|null);

                /** Mount source */
                source?: (string|null);

                /** Mount target */
                target?: (string|null);

                /** Mount options */
                options?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Mount. */
            type $Shape = containerd.types.Mount.$Properties;
        }

        /**
         * Properties of a Platform.
         * @deprecated Use containerd.types.Platform.$Properties instead.
         */
        interface IPlatform extends containerd.types.Platform.$Properties {
        }

        /** Represents a Platform. */
        class Platform {

            /**
             * Constructs a new Platform.
             * @param [properties] Properties to set
             */
            constructor(properties?: containerd.types.Platform.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Platform os. */
            os: string;

            /** Platform architecture. */
            architecture: string;

            /** Platform variant. */
            variant: string;

            /**
             * Encodes the specified Platform message. Does not implicitly {@link containerd.types.Platform.verify|verify} messages.
             * @param message Platform message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: containerd.types.Platform.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Platform message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {containerd.types.Platform & containerd.types.Platform.$Shape} Platform
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.types.Platform & containerd.types.Platform.$Shape;
        }

        namespace Platform {

            /** Properties of a Platform. */
            interface $Properties {

                /** Platform os */
                os?: (string|null);

                /** Platform architecture */
                architecture?: (string|null);

                /** Platform variant */
                variant?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Platform. */
            type $Shape = containerd.types.Platform.$Properties;
        }
    }
}

/** Namespace google. */
export namespace google {

    /** Namespace protobuf. */
    namespace protobuf {

        /**
         * Properties of an Any.
         * @deprecated Use google.protobuf.Any.$Properties instead.
         */
        interface IAny extends google.protobuf.Any.$Properties {
        }

        /** Represents an Any. */
        class Any {

            /**
             * Constructs a new Any.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Any.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Any typeUrl. */
            typeUrl: string;

            /** Any value. */
            value: Uint8Array;

            /**
             * Encodes the specified Any message. Does not implicitly {@link google.protobuf.Any.verify|verify} messages.
             * @param message Any message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Any.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Any message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Any & google.protobuf.Any.$Shape} Any
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Any & google.protobuf.Any.$Shape;
        }

        namespace Any {

            /** Properties of an Any. */
            interface $Properties {

                /** Any typeUrl */
                typeUrl?: (string|null);

                /** Any value */
                value?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Any. */
            type $Shape = google.protobuf.Any.$Properties;
        }

        /**
         * Properties of a Timestamp.
         * @deprecated Use google.protobuf.Timestamp.$Properties instead.
         */
        interface ITimestamp extends google.protobuf.Timestamp.$Properties {
        }

        /** Represents a Timestamp. */
        class Timestamp {

            /**
             * Constructs a new Timestamp.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Timestamp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Timestamp seconds. */
            seconds: number;

            /** Timestamp nanos. */
            nanos: number;

            /**
             * Encodes the specified Timestamp message. Does not implicitly {@link google.protobuf.Timestamp.verify|verify} messages.
             * @param message Timestamp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Timestamp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Timestamp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;
        }

        namespace Timestamp {

            /** Properties of a Timestamp. */
            interface $Properties {

                /** Timestamp seconds */
                seconds?: (number|null);

                /** Timestamp nanos */
                nanos?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Timestamp. */
            type $Shape = google.protobuf.Timestamp.$Properties;
        }
    }
}
