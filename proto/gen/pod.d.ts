import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace runtime. */
export namespace runtime {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a PodSandboxConfig.
         * @deprecated Use runtime.v1.PodSandboxConfig.$Properties instead.
         */
        interface IPodSandboxConfig extends runtime.v1.PodSandboxConfig.$Properties {
        }

        /** Represents a PodSandboxConfig. */
        class PodSandboxConfig {

            /**
             * Constructs a new PodSandboxConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: runtime.v1.PodSandboxConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PodSandboxConfig hostname. */
            hostname: string;

            /** PodSandboxConfig dnsConfig. */
            dnsConfig?: (runtime.v1.DNSConfig.$Properties|null);

            /** PodSandboxConfig linux. */
            linux?: (runtime.v1.LinuxPodSandboxConfig.$Properties|null);

            /**
             * Encodes the specified PodSandboxConfig message. Does not implicitly {@link runtime.v1.PodSandboxConfig.verify|verify} messages.
             * @param message PodSandboxConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: runtime.v1.PodSandboxConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PodSandboxConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {runtime.v1.PodSandboxConfig & runtime.v1.PodSandboxConfig.$Shape} PodSandboxConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): runtime.v1.PodSandboxConfig & runtime.v1.PodSandboxConfig.$Shape;
        }

        namespace PodSandboxConfig {

            /** Properties of a PodSandboxConfig. */
            interface $Properties {

                /** PodSandboxConfig hostname */
                hostname?: (string|null);

                /** PodSandboxConfig dnsConfig */
                dnsConfig?: (runtime.v1.DNSConfig.$Properties|null);

                /** PodSandboxConfig linux */
                linux?: (runtime.v1.LinuxPodSandboxConfig.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PodSandboxConfig. */
            type $Shape = runtime.v1.PodSandboxConfig.$Properties;
        }

        /**
         * Properties of a DNSConfig.
         * @deprecated Use runtime.v1.DNSConfig.$Properties instead.
         */
        interface IDNSConfig extends runtime.v1.DNSConfig.$Properties {
        }

        /** Represents a DNSConfig. */
        class DNSConfig {

            /**
             * Constructs a new DNSConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: runtime.v1.DNSConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DNSConfig servers. */
            servers: string[];

            /** DNSConfig searches. */
            searches: string[];

            /** DNSConfig options. */
            options: string[];

            /**
             * Encodes the specified DNSConfig message. Does not implicitly {@link runtime.v1.DNSConfig.verify|verify} messages.
             * @param message DNSConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: runtime.v1.DNSConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DNSConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {runtime.v1.DNSConfig & runtime.v1.DNSConfig.$Shape} DNSConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): runtime.v1.DNSConfig & runtime.v1.DNSConfig.$Shape;
        }

        namespace DNSConfig {

            /** Properties of a DNSConfig. */
            interface $Properties {

                /** DNSConfig servers */
                servers?: (string[]|null);

                /** DNSConfig searches */
                searches?: (string[]|null);

                /** DNSConfig options */
                options?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DNSConfig. */
            type $Shape = runtime.v1.DNSConfig.$Properties;
        }

        /**
         * Properties of a LinuxPodSandboxConfig.
         * @deprecated Use runtime.v1.LinuxPodSandboxConfig.$Properties instead.
         */
        interface ILinuxPodSandboxConfig extends runtime.v1.LinuxPodSandboxConfig.$Properties {
        }

        /** Represents a LinuxPodSandboxConfig. */
        class LinuxPodSandboxConfig {

            /**
             * Constructs a new LinuxPodSandboxConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: runtime.v1.LinuxPodSandboxConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LinuxPodSandboxConfig cgroupParent. */
            cgroupParent: string;

            /** LinuxPodSandboxConfig securityContext. */
            securityContext?: (runtime.v1.LinuxSandboxSecurityContext.$Properties|null);

            /** LinuxPodSandboxConfig sysctls. */
            sysctls: { [k: string]: string };

            /**
             * Encodes the specified LinuxPodSandboxConfig message. Does not implicitly {@link runtime.v1.LinuxPodSandboxConfig.verify|verify} messages.
             * @param message LinuxPodSandboxConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: runtime.v1.LinuxPodSandboxConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LinuxPodSandboxConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {runtime.v1.LinuxPodSandboxConfig & runtime.v1.LinuxPodSandboxConfig.$Shape} LinuxPodSandboxConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): runtime.v1.LinuxPodSandboxConfig & runtime.v1.LinuxPodSandboxConfig.$Shape;
        }

        namespace LinuxPodSandboxConfig {

            /** Properties of a LinuxPodSandboxConfig. */
            interface $Properties {

                /** LinuxPodSandboxConfig cgroupParent */
                cgroupParent?: (string|null);

                /** LinuxPodSandboxConfig securityContext */
                securityContext?: (runtime.v1.LinuxSandboxSecurityContext.$Properties|null);

                /** LinuxPodSandboxConfig sysctls */
                sysctls?: ({ [k: string]: string }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LinuxPodSandboxConfig. */
            type $Shape = runtime.v1.LinuxPodSandboxConfig.$Properties;
        }

        /**
         * Properties of a LinuxSandboxSecurityContext.
         * @deprecated Use runtime.v1.LinuxSandboxSecurityContext.$Properties instead.
         */
        interface ILinuxSandboxSecurityContext extends runtime.v1.LinuxSandboxSecurityContext.$Properties {
        }

        /** Represents a LinuxSandboxSecurityContext. */
        class LinuxSandboxSecurityContext {

            /**
             * Constructs a new LinuxSandboxSecurityContext.
             * @param [properties] Properties to set
             */
            constructor(properties?: runtime.v1.LinuxSandboxSecurityContext.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LinuxSandboxSecurityContext namespaceOptions. */
            namespaceOptions?: (runtime.v1.NamespaceOption.$Properties|null);

            /**
             * Encodes the specified LinuxSandboxSecurityContext message. Does not implicitly {@link runtime.v1.LinuxSandboxSecurityContext.verify|verify} messages.
             * @param message LinuxSandboxSecurityContext message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: runtime.v1.LinuxSandboxSecurityContext.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LinuxSandboxSecurityContext message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {runtime.v1.LinuxSandboxSecurityContext & runtime.v1.LinuxSandboxSecurityContext.$Shape} LinuxSandboxSecurityContext
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): runtime.v1.LinuxSandboxSecurityContext & runtime.v1.LinuxSandboxSecurityContext.$Shape;
        }

        namespace LinuxSandboxSecurityContext {

            /** Properties of a LinuxSandboxSecurityContext. */
            interface $Properties {

                /** LinuxSandboxSecurityContext namespaceOptions */
                namespaceOptions?: (runtime.v1.NamespaceOption.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LinuxSandboxSecurityContext. */
            type $Shape = runtime.v1.LinuxSandboxSecurityContext.$Properties;
        }

        /** NamespaceMode enum. */
        enum NamespaceMode {

            /** POD value */
            POD = 0,

            /** CONTAINER value */
            CONTAINER = 1,

            /** NODE value */
            NODE = 2,

            /** TARGET value */
            TARGET = 3
        }

        /**
         * Properties of a NamespaceOption.
         * @deprecated Use runtime.v1.NamespaceOption.$Properties instead.
         */
        interface INamespaceOption extends runtime.v1.NamespaceOption.$Properties {
        }

        /** Represents a NamespaceOption. */
        class NamespaceOption {

            /**
             * Constructs a new NamespaceOption.
             * @param [properties] Properties to set
             */
            constructor(properties?: runtime.v1.NamespaceOption.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NamespaceOption network. */
            network: runtime.v1.NamespaceMode;

            /** NamespaceOption pid. */
            pid: runtime.v1.NamespaceMode;

            /** NamespaceOption ipc. */
            ipc: runtime.v1.NamespaceMode;

            /** NamespaceOption usernsOptions. */
            usernsOptions?: (runtime.v1.UserNamespace.$Properties|null);

            /**
             * Encodes the specified NamespaceOption message. Does not implicitly {@link runtime.v1.NamespaceOption.verify|verify} messages.
             * @param message NamespaceOption message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: runtime.v1.NamespaceOption.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NamespaceOption message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {runtime.v1.NamespaceOption & runtime.v1.NamespaceOption.$Shape} NamespaceOption
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): runtime.v1.NamespaceOption & runtime.v1.NamespaceOption.$Shape;
        }

        namespace NamespaceOption {

            /** Properties of a NamespaceOption. */
            interface $Properties {

                /** NamespaceOption network */
                network?: (runtime.v1.NamespaceMode|null);

                /** NamespaceOption pid */
                pid?: (runtime.v1.NamespaceMode|null);

                /** NamespaceOption ipc */
                ipc?: (runtime.v1.NamespaceMode|null);

                /** NamespaceOption usernsOptions */
                usernsOptions?: (runtime.v1.UserNamespace.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NamespaceOption. */
            type $Shape = runtime.v1.NamespaceOption.$Properties;
        }

        /**
         * Properties of a UserNamespace.
         * @deprecated Use runtime.v1.UserNamespace.$Properties instead.
         */
        interface IUserNamespace extends runtime.v1.UserNamespace.$Properties {
        }

        /** Represents a UserNamespace. */
        class UserNamespace {

            /**
             * Constructs a new UserNamespace.
             * @param [properties] Properties to set
             */
            constructor(properties?: runtime.v1.UserNamespace.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UserNamespace mode. */
            mode: runtime.v1.NamespaceMode;

            /** UserNamespace uids. */
            uids: runtime.v1.IDMapping.$Properties[];

            /** UserNamespace gids. */
            gids: runtime.v1.IDMapping.$Properties[];

            /**
             * Encodes the specified UserNamespace message. Does not implicitly {@link runtime.v1.UserNamespace.verify|verify} messages.
             * @param message UserNamespace message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: runtime.v1.UserNamespace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a UserNamespace message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {runtime.v1.UserNamespace & runtime.v1.UserNamespace.$Shape} UserNamespace
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): runtime.v1.UserNamespace & runtime.v1.UserNamespace.$Shape;
        }

        namespace UserNamespace {

            /** Properties of a UserNamespace. */
            interface $Properties {

                /** UserNamespace mode */
                mode?: (runtime.v1.NamespaceMode|null);

                /** UserNamespace uids */
                uids?: (runtime.v1.IDMapping.$Properties[]|null);

                /** UserNamespace gids */
                gids?: (runtime.v1.IDMapping.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a UserNamespace. */
            type $Shape = runtime.v1.UserNamespace.$Properties;
        }

        /**
         * Properties of a IDMapping.
         * @deprecated Use runtime.v1.IDMapping.$Properties instead.
         */
        interface IIDMapping extends runtime.v1.IDMapping.$Properties {
        }

        /** Represents a IDMapping. */
        class IDMapping {

            /**
             * Constructs a new IDMapping.
             * @param [properties] Properties to set
             */
            constructor(properties?: runtime.v1.IDMapping.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** IDMapping hostId. */
            hostId: number;

            /** IDMapping containerId. */
            containerId: number;

            /** IDMapping length. */
            length: number;

            /**
             * Encodes the specified IDMapping message. Does not implicitly {@link runtime.v1.IDMapping.verify|verify} messages.
             * @param message IDMapping message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: runtime.v1.IDMapping.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a IDMapping message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {runtime.v1.IDMapping & runtime.v1.IDMapping.$Shape} IDMapping
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): runtime.v1.IDMapping & runtime.v1.IDMapping.$Shape;
        }

        namespace IDMapping {

            /** Properties of a IDMapping. */
            interface $Properties {

                /** IDMapping hostId */
                hostId?: (number|null);

                /** IDMapping containerId */
                containerId?: (number|null);

                /** IDMapping length */
                length?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a IDMapping. */
            type $Shape = runtime.v1.IDMapping.$Properties;
        }
    }
}
