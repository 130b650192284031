import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace containerd. */
export namespace containerd {

    /** Namespace types. */
    namespace types {

        /**
         * Properties of a RuntimeVersion.
         * @deprecated Use containerd.types.RuntimeVersion.$Properties instead.
         */
        interface IRuntimeVersion extends containerd.types.RuntimeVersion.$Properties {
        }

        /** Represents a RuntimeVersion. */
        class RuntimeVersion {

            /**
             * Constructs a new RuntimeVersion.
             * @param [properties] Properties to set
             */
            constructor(properties?: containerd.types.RuntimeVersion.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RuntimeVersion version. */
            version: string;

            /** RuntimeVersion revision. */
            revision: string;

            /**
             * Encodes the specified RuntimeVersion message. Does not implicitly {@link containerd.types.RuntimeVersion.verify|verify} messages.
             * @param message RuntimeVersion message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: containerd.types.RuntimeVersion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RuntimeVersion message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {containerd.types.RuntimeVersion & containerd.types.RuntimeVersion.$Shape} RuntimeVersion
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.types.RuntimeVersion & containerd.types.RuntimeVersion.$Shape;
        }

        namespace RuntimeVersion {

            /** Properties of a RuntimeVersion. */
            interface $Properties {

                /** RuntimeVersion version */
                version?: (string|null);

                /** RuntimeVersion revision */
                revision?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RuntimeVersion. */
            type $Shape = containerd.types.RuntimeVersion.$Properties;
        }

        /**
         * Properties of a RuntimeInfo.
         * @deprecated Use containerd.types.RuntimeInfo.$Properties instead.
         */
        interface IRuntimeInfo extends containerd.types.RuntimeInfo.$Properties {
        }

        /** Represents a RuntimeInfo. */
        class RuntimeInfo {

            /**
             * Constructs a new RuntimeInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: containerd.types.RuntimeInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RuntimeInfo name. */
            name: string;

            /** RuntimeInfo version. */
            version?: (containerd.types.RuntimeVersion.$Properties|null);

            /** RuntimeInfo options. */
            options?: (google.protobuf.Any.$Properties|null);

            /** RuntimeInfo features. */
            features?: (google.protobuf.Any.$Properties|null);

            /** RuntimeInfo annotations. */
            annotations: { [k: string]: string };

            /**
             * Encodes the specified RuntimeInfo message. Does not implicitly {@link containerd.types.RuntimeInfo.verify|verify} messages.
             * @param message RuntimeInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: containerd.types.RuntimeInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RuntimeInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {containerd.types.RuntimeInfo & containerd.types.RuntimeInfo.$Shape} RuntimeInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): containerd.types.RuntimeInfo & containerd.types.RuntimeInfo.$Shape;
        }

        namespace RuntimeInfo {

            /** Properties of a RuntimeInfo. */
            interface $Properties {

                /** RuntimeInfo name */
                name?: (string|null);

                /** RuntimeInfo version */
                version?: (containerd.types.RuntimeVersion.$Properties|null);

                /** RuntimeInfo options */
                options?: (google.protobuf.Any.$Properties|null);

                /** RuntimeInfo features */
                features?: (google.protobuf.Any.$Properties|null);

                /** RuntimeInfo annotations */
                annotations?: ({ [k: string]: string }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RuntimeInfo. */
            type $Shape = containerd.types.RuntimeInfo.$Properties;
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
    }
}
