/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["runts-pod"] || ($protobuf.roots["runts-pod"] = {});

export const runtime = $root.runtime = (() => {

    /**
     * Namespace runtime.
     * @exports runtime
     * @namespace
     */
    const runtime = {};

    runtime.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof runtime
         * @namespace
         */
        const v1 = {};

        v1.PodSandboxConfig = (function() {

            /**
             * Properties of a PodSandboxConfig.
             * @typedef {Object} runtime.v1.PodSandboxConfig.$Properties
             * @property {string|null} [hostname] PodSandboxConfig hostname
             * @property {runtime.v1.DNSConfig.$Properties|null} [dnsConfig] PodSandboxConfig dnsConfig
             * @property {runtime.v1.LinuxPodSandboxConfig.$Properties|null} [linux] PodSandboxConfig linux
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PodSandboxConfig.
             * @memberof runtime.v1
             * @interface IPodSandboxConfig
             * @augments runtime.v1.PodSandboxConfig.$Properties
             * @deprecated Use runtime.v1.PodSandboxConfig.$Properties instead.
             */

            /**
             * Shape of a PodSandboxConfig.
             * @typedef {runtime.v1.PodSandboxConfig.$Properties} runtime.v1.PodSandboxConfig.$Shape
             */

            /**
             * Constructs a new PodSandboxConfig.
             * @memberof runtime.v1
             * @classdesc Represents a PodSandboxConfig.
             * @constructor
             * @param {runtime.v1.PodSandboxConfig.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PodSandboxConfig = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PodSandboxConfig hostname.
             * @member {string} hostname
             * @memberof runtime.v1.PodSandboxConfig
             * @instance
             */
            PodSandboxConfig.prototype.hostname = "";

            /**
             * PodSandboxConfig dnsConfig.
             * @member {runtime.v1.DNSConfig.$Properties|null|undefined} dnsConfig
             * @memberof runtime.v1.PodSandboxConfig
             * @instance
             */
            PodSandboxConfig.prototype.dnsConfig = null;

            /**
             * PodSandboxConfig linux.
             * @member {runtime.v1.LinuxPodSandboxConfig.$Properties|null|undefined} linux
             * @memberof runtime.v1.PodSandboxConfig
             * @instance
             */
            PodSandboxConfig.prototype.linux = null;

            /**
             * Encodes the specified PodSandboxConfig message. Does not implicitly {@link runtime.v1.PodSandboxConfig.verify|verify} messages.
             * @function encode
             * @memberof runtime.v1.PodSandboxConfig
             * @static
             * @param {runtime.v1.PodSandboxConfig.$Properties} message PodSandboxConfig message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PodSandboxConfig.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname") && message.hostname !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.hostname);
                if (message.dnsConfig != null && $Object.hasOwnProperty.call(message, "dnsConfig"))
                    $root.runtime.v1.DNSConfig.encode(message.dnsConfig, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.linux != null && $Object.hasOwnProperty.call(message, "linux"))
                    $root.runtime.v1.LinuxPodSandboxConfig.encode(message.linux, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PodSandboxConfig message from the specified reader or buffer.
             * @function decode
             * @memberof runtime.v1.PodSandboxConfig
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {runtime.v1.PodSandboxConfig & runtime.v1.PodSandboxConfig.$Shape} PodSandboxConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PodSandboxConfig.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.runtime.v1.PodSandboxConfig();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostname = value;
                            else
                                delete message.hostname;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.dnsConfig = $root.runtime.v1.DNSConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.dnsConfig);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.linux = $root.runtime.v1.LinuxPodSandboxConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.linux);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PodSandboxConfig;
        })();

        v1.DNSConfig = (function() {

            /**
             * Properties of a DNSConfig.
             * @typedef {Object} runtime.v1.DNSConfig.$Properties
             * @property {Array.<string>|null} [servers] DNSConfig servers
             * @property {Array.<string>|null} [searches] DNSConfig searches
             * @property {Array.<string>|null} [options] DNSConfig options
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DNSConfig.
             * @memberof runtime.v1
             * @interface IDNSConfig
             * @augments runtime.v1.DNSConfig.$Properties
             * @deprecated Use runtime.v1.DNSConfig.$Properties instead.
             */

            /**
             * Shape of a DNSConfig.
             * @typedef {runtime.v1.DNSConfig.$Properties} runtime.v1.DNSConfig.$Shape
             */

            /**
             * Constructs a new DNSConfig.
             * @memberof runtime.v1
             * @classdesc Represents a DNSConfig.
             * @constructor
             * @param {runtime.v1.DNSConfig.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DNSConfig = function (properties) {
                this.servers = [];
                this.searches = [];
                this.options = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DNSConfig servers.
             * @member {Array.<string>} servers
             * @memberof runtime.v1.DNSConfig
             * @instance
             */
            DNSConfig.prototype.servers = $util.emptyArray;

            /**
             * DNSConfig searches.
             * @member {Array.<string>} searches
             * @memberof runtime.v1.DNSConfig
             * @instance
             */
            DNSConfig.prototype.searches = $util.emptyArray;

            /**
             * DNSConfig options.
             * @member {Array.<string>} options
             * @memberof runtime.v1.DNSConfig
             * @instance
             */
            DNSConfig.prototype.options = $util.emptyArray;

            /**
             * Encodes the specified DNSConfig message. Does not implicitly {@link runtime.v1.DNSConfig.verify|verify} messages.
             * @function encode
             * @memberof runtime.v1.DNSConfig
             * @static
             * @param {runtime.v1.DNSConfig.$Properties} message DNSConfig message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DNSConfig.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.servers != null && message.servers.length)
                    for (let i = 0; i < message.servers.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.servers[i]);
                if (message.searches != null && message.searches.length)
                    for (let i = 0; i < message.searches.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.searches[i]);
                if (message.options != null && message.options.length)
                    for (let i = 0; i < message.options.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.options[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DNSConfig message from the specified reader or buffer.
             * @function decode
             * @memberof runtime.v1.DNSConfig
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {runtime.v1.DNSConfig & runtime.v1.DNSConfig.$Shape} DNSConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DNSConfig.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.runtime.v1.DNSConfig();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.servers && message.servers.length))
                                message.servers = [];
                            message.servers.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.searches && message.searches.length))
                                message.searches = [];
                            message.searches.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.options && message.options.length))
                                message.options = [];
                            message.options.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DNSConfig;
        })();

        v1.LinuxPodSandboxConfig = (function() {

            /**
             * Properties of a LinuxPodSandboxConfig.
             * @typedef {Object} runtime.v1.LinuxPodSandboxConfig.$Properties
             * @property {string|null} [cgroupParent] LinuxPodSandboxConfig cgroupParent
             * @property {runtime.v1.LinuxSandboxSecurityContext.$Properties|null} [securityContext] LinuxPodSandboxConfig securityContext
             * @property {Object.<string,string>|null} [sysctls] LinuxPodSandboxConfig sysctls
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LinuxPodSandboxConfig.
             * @memberof runtime.v1
             * @interface ILinuxPodSandboxConfig
             * @augments runtime.v1.LinuxPodSandboxConfig.$Properties
             * @deprecated Use runtime.v1.LinuxPodSandboxConfig.$Properties instead.
             */

            /**
             * Shape of a LinuxPodSandboxConfig.
             * @typedef {runtime.v1.LinuxPodSandboxConfig.$Properties} runtime.v1.LinuxPodSandboxConfig.$Shape
             */

            /**
             * Constructs a new LinuxPodSandboxConfig.
             * @memberof runtime.v1
             * @classdesc Represents a LinuxPodSandboxConfig.
             * @constructor
             * @param {runtime.v1.LinuxPodSandboxConfig.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LinuxPodSandboxConfig = function (properties) {
                this.sysctls = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LinuxPodSandboxConfig cgroupParent.
             * @member {string} cgroupParent
             * @memberof runtime.v1.LinuxPodSandboxConfig
             * @instance
             */
            LinuxPodSandboxConfig.prototype.cgroupParent = "";

            /**
             * LinuxPodSandboxConfig securityContext.
             * @member {runtime.v1.LinuxSandboxSecurityContext.$Properties|null|undefined} securityContext
             * @memberof runtime.v1.LinuxPodSandboxConfig
             * @instance
             */
            LinuxPodSandboxConfig.prototype.securityContext = null;

            /**
             * LinuxPodSandboxConfig sysctls.
             * @member {Object.<string,string>} sysctls
             * @memberof runtime.v1.LinuxPodSandboxConfig
             * @instance
             */
            LinuxPodSandboxConfig.prototype.sysctls = $util.emptyObject;

            /**
             * Encodes the specified LinuxPodSandboxConfig message. Does not implicitly {@link runtime.v1.LinuxPodSandboxConfig.verify|verify} messages.
             * @function encode
             * @memberof runtime.v1.LinuxPodSandboxConfig
             * @static
             * @param {runtime.v1.LinuxPodSandboxConfig.$Properties} message LinuxPodSandboxConfig message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LinuxPodSandboxConfig.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cgroupParent != null && $Object.hasOwnProperty.call(message, "cgroupParent") && message.cgroupParent !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.cgroupParent);
                if (message.securityContext != null && $Object.hasOwnProperty.call(message, "securityContext"))
                    $root.runtime.v1.LinuxSandboxSecurityContext.encode(message.securityContext, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.sysctls != null && $Object.hasOwnProperty.call(message, "sysctls"))
                    for (let keys = $Object.keys(message.sysctls), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.sysctls[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LinuxPodSandboxConfig message from the specified reader or buffer.
             * @function decode
             * @memberof runtime.v1.LinuxPodSandboxConfig
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {runtime.v1.LinuxPodSandboxConfig & runtime.v1.LinuxPodSandboxConfig.$Shape} LinuxPodSandboxConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LinuxPodSandboxConfig.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.runtime.v1.LinuxPodSandboxConfig();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cgroupParent = value;
                            else
                                delete message.cgroupParent;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.securityContext = $root.runtime.v1.LinuxSandboxSecurityContext.decode(reader, reader.size(), $undefined, _depth + 1, message.securityContext);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (message.sysctls === $util.emptyObject)
                                message.sysctls = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.sysctls, key);
                            message.sysctls[key] = value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LinuxPodSandboxConfig;
        })();

        v1.LinuxSandboxSecurityContext = (function() {

            /**
             * Properties of a LinuxSandboxSecurityContext.
             * @typedef {Object} runtime.v1.LinuxSandboxSecurityContext.$Properties
             * @property {runtime.v1.NamespaceOption.$Properties|null} [namespaceOptions] LinuxSandboxSecurityContext namespaceOptions
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LinuxSandboxSecurityContext.
             * @memberof runtime.v1
             * @interface ILinuxSandboxSecurityContext
             * @augments runtime.v1.LinuxSandboxSecurityContext.$Properties
             * @deprecated Use runtime.v1.LinuxSandboxSecurityContext.$Properties instead.
             */

            /**
             * Shape of a LinuxSandboxSecurityContext.
             * @typedef {runtime.v1.LinuxSandboxSecurityContext.$Properties} runtime.v1.LinuxSandboxSecurityContext.$Shape
             */

            /**
             * Constructs a new LinuxSandboxSecurityContext.
             * @memberof runtime.v1
             * @classdesc Represents a LinuxSandboxSecurityContext.
             * @constructor
             * @param {runtime.v1.LinuxSandboxSecurityContext.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LinuxSandboxSecurityContext = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LinuxSandboxSecurityContext namespaceOptions.
             * @member {runtime.v1.NamespaceOption.$Properties|null|undefined} namespaceOptions
             * @memberof runtime.v1.LinuxSandboxSecurityContext
             * @instance
             */
            LinuxSandboxSecurityContext.prototype.namespaceOptions = null;

            /**
             * Encodes the specified LinuxSandboxSecurityContext message. Does not implicitly {@link runtime.v1.LinuxSandboxSecurityContext.verify|verify} messages.
             * @function encode
             * @memberof runtime.v1.LinuxSandboxSecurityContext
             * @static
             * @param {runtime.v1.LinuxSandboxSecurityContext.$Properties} message LinuxSandboxSecurityContext message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LinuxSandboxSecurityContext.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.namespaceOptions != null && $Object.hasOwnProperty.call(message, "namespaceOptions"))
                    $root.runtime.v1.NamespaceOption.encode(message.namespaceOptions, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LinuxSandboxSecurityContext message from the specified reader or buffer.
             * @function decode
             * @memberof runtime.v1.LinuxSandboxSecurityContext
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {runtime.v1.LinuxSandboxSecurityContext & runtime.v1.LinuxSandboxSecurityContext.$Shape} LinuxSandboxSecurityContext
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LinuxSandboxSecurityContext.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.runtime.v1.LinuxSandboxSecurityContext();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.namespaceOptions = $root.runtime.v1.NamespaceOption.decode(reader, reader.size(), $undefined, _depth + 1, message.namespaceOptions);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LinuxSandboxSecurityContext;
        })();

        /**
         * NamespaceMode enum.
         * @name runtime.v1.NamespaceMode
         * @enum {number}
         * @property {number} POD=0 POD value
         * @property {number} CONTAINER=1 CONTAINER value
         * @property {number} NODE=2 NODE value
         * @property {number} TARGET=3 TARGET value
         */
        v1.NamespaceMode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "POD"] = 0;
            values[valuesById[1] = "CONTAINER"] = 1;
            values[valuesById[2] = "NODE"] = 2;
            values[valuesById[3] = "TARGET"] = 3;
            return values;
        })();

        v1.NamespaceOption = (function() {

            /**
             * Properties of a NamespaceOption.
             * @typedef {Object} runtime.v1.NamespaceOption.$Properties
             * @property {runtime.v1.NamespaceMode|null} [network] NamespaceOption network
             * @property {runtime.v1.NamespaceMode|null} [pid] NamespaceOption pid
             * @property {runtime.v1.NamespaceMode|null} [ipc] NamespaceOption ipc
             * @property {runtime.v1.UserNamespace.$Properties|null} [usernsOptions] NamespaceOption usernsOptions
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a NamespaceOption.
             * @memberof runtime.v1
             * @interface INamespaceOption
             * @augments runtime.v1.NamespaceOption.$Properties
             * @deprecated Use runtime.v1.NamespaceOption.$Properties instead.
             */

            /**
             * Shape of a NamespaceOption.
             * @typedef {runtime.v1.NamespaceOption.$Properties} runtime.v1.NamespaceOption.$Shape
             */

            /**
             * Constructs a new NamespaceOption.
             * @memberof runtime.v1
             * @classdesc Represents a NamespaceOption.
             * @constructor
             * @param {runtime.v1.NamespaceOption.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const NamespaceOption = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * NamespaceOption network.
             * @member {runtime.v1.NamespaceMode} network
             * @memberof runtime.v1.NamespaceOption
             * @instance
             */
            NamespaceOption.prototype.network = 0;

            /**
             * NamespaceOption pid.
             * @member {runtime.v1.NamespaceMode} pid
             * @memberof runtime.v1.NamespaceOption
             * @instance
             */
            NamespaceOption.prototype.pid = 0;

            /**
             * NamespaceOption ipc.
             * @member {runtime.v1.NamespaceMode} ipc
             * @memberof runtime.v1.NamespaceOption
             * @instance
             */
            NamespaceOption.prototype.ipc = 0;

            /**
             * NamespaceOption usernsOptions.
             * @member {runtime.v1.UserNamespace.$Properties|null|undefined} usernsOptions
             * @memberof runtime.v1.NamespaceOption
             * @instance
             */
            NamespaceOption.prototype.usernsOptions = null;

            /**
             * Encodes the specified NamespaceOption message. Does not implicitly {@link runtime.v1.NamespaceOption.verify|verify} messages.
             * @function encode
             * @memberof runtime.v1.NamespaceOption
             * @static
             * @param {runtime.v1.NamespaceOption.$Properties} message NamespaceOption message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            NamespaceOption.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.network != null && $Object.hasOwnProperty.call(message, "network") && message.network !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.network);
                if (message.pid != null && $Object.hasOwnProperty.call(message, "pid") && message.pid !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.pid);
                if (message.ipc != null && $Object.hasOwnProperty.call(message, "ipc") && message.ipc !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.ipc);
                if (message.usernsOptions != null && $Object.hasOwnProperty.call(message, "usernsOptions"))
                    $root.runtime.v1.UserNamespace.encode(message.usernsOptions, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a NamespaceOption message from the specified reader or buffer.
             * @function decode
             * @memberof runtime.v1.NamespaceOption
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {runtime.v1.NamespaceOption & runtime.v1.NamespaceOption.$Shape} NamespaceOption
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            NamespaceOption.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.runtime.v1.NamespaceOption();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.network = value;
                            else
                                delete message.network;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.pid = value;
                            else
                                delete message.pid;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.ipc = value;
                            else
                                delete message.ipc;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.usernsOptions = $root.runtime.v1.UserNamespace.decode(reader, reader.size(), $undefined, _depth + 1, message.usernsOptions);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return NamespaceOption;
        })();

        v1.UserNamespace = (function() {

            /**
             * Properties of a UserNamespace.
             * @typedef {Object} runtime.v1.UserNamespace.$Properties
             * @property {runtime.v1.NamespaceMode|null} [mode] UserNamespace mode
             * @property {Array.<runtime.v1.IDMapping.$Properties>|null} [uids] UserNamespace uids
             * @property {Array.<runtime.v1.IDMapping.$Properties>|null} [gids] UserNamespace gids
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a UserNamespace.
             * @memberof runtime.v1
             * @interface IUserNamespace
             * @augments runtime.v1.UserNamespace.$Properties
             * @deprecated Use runtime.v1.UserNamespace.$Properties instead.
             */

            /**
             * Shape of a UserNamespace.
             * @typedef {runtime.v1.UserNamespace.$Properties} runtime.v1.UserNamespace.$Shape
             */

            /**
             * Constructs a new UserNamespace.
             * @memberof runtime.v1
             * @classdesc Represents a UserNamespace.
             * @constructor
             * @param {runtime.v1.UserNamespace.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UserNamespace = function (properties) {
                this.uids = [];
                this.gids = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UserNamespace mode.
             * @member {runtime.v1.NamespaceMode} mode
             * @memberof runtime.v1.UserNamespace
             * @instance
             */
            UserNamespace.prototype.mode = 0;

            /**
             * UserNamespace uids.
             * @member {Array.<runtime.v1.IDMapping.$Properties>} uids
             * @memberof runtime.v1.UserNamespace
             * @instance
             */
            UserNamespace.prototype.uids = $util.emptyArray;

            /**
             * UserNamespace gids.
             * @member {Array.<runtime.v1.IDMapping.$Properties>} gids
             * @memberof runtime.v1.UserNamespace
             * @instance
             */
            UserNamespace.prototype.gids = $util.emptyArray;

            /**
             * Encodes the specified UserNamespace message. Does not implicitly {@link runtime.v1.UserNamespace.verify|verify} messages.
             * @function encode
             * @memberof runtime.v1.UserNamespace
             * @static
             * @param {runtime.v1.UserNamespace.$Properties} message UserNamespace message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UserNamespace.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode") && message.mode !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.mode);
                if (message.uids != null && message.uids.length)
                    for (let i = 0; i < message.uids.length; ++i)
                        $root.runtime.v1.IDMapping.encode(message.uids[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.gids != null && message.gids.length)
                    for (let i = 0; i < message.gids.length; ++i)
                        $root.runtime.v1.IDMapping.encode(message.gids[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a UserNamespace message from the specified reader or buffer.
             * @function decode
             * @memberof runtime.v1.UserNamespace
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {runtime.v1.UserNamespace & runtime.v1.UserNamespace.$Shape} UserNamespace
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UserNamespace.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.runtime.v1.UserNamespace();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.mode = value;
                            else
                                delete message.mode;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.uids && message.uids.length))
                                message.uids = [];
                            message.uids.push($root.runtime.v1.IDMapping.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.gids && message.gids.length))
                                message.gids = [];
                            message.gids.push($root.runtime.v1.IDMapping.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return UserNamespace;
        })();

        v1.IDMapping = (function() {

            /**
             * Properties of a IDMapping.
             * @typedef {Object} runtime.v1.IDMapping.$Properties
             * @property {number|null} [hostId] IDMapping hostId
             * @property {number|null} [containerId] IDMapping containerId
             * @property {number|null} [length] IDMapping length
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a IDMapping.
             * @memberof runtime.v1
             * @interface IIDMapping
             * @augments runtime.v1.IDMapping.$Properties
             * @deprecated Use runtime.v1.IDMapping.$Properties instead.
             */

            /**
             * Shape of a IDMapping.
             * @typedef {runtime.v1.IDMapping.$Properties} runtime.v1.IDMapping.$Shape
             */

            /**
             * Constructs a new IDMapping.
             * @memberof runtime.v1
             * @classdesc Represents a IDMapping.
             * @constructor
             * @param {runtime.v1.IDMapping.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const IDMapping = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * IDMapping hostId.
             * @member {number} hostId
             * @memberof runtime.v1.IDMapping
             * @instance
             */
            IDMapping.prototype.hostId = 0;

            /**
             * IDMapping containerId.
             * @member {number} containerId
             * @memberof runtime.v1.IDMapping
             * @instance
             */
            IDMapping.prototype.containerId = 0;

            /**
             * IDMapping length.
             * @member {number} length
             * @memberof runtime.v1.IDMapping
             * @instance
             */
            IDMapping.prototype.length = 0;

            /**
             * Encodes the specified IDMapping message. Does not implicitly {@link runtime.v1.IDMapping.verify|verify} messages.
             * @function encode
             * @memberof runtime.v1.IDMapping
             * @static
             * @param {runtime.v1.IDMapping.$Properties} message IDMapping message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            IDMapping.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId") && message.hostId !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.hostId);
                if (message.containerId != null && $Object.hasOwnProperty.call(message, "containerId") && message.containerId !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.containerId);
                if (message.length != null && $Object.hasOwnProperty.call(message, "length") && message.length !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.length);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a IDMapping message from the specified reader or buffer.
             * @function decode
             * @memberof runtime.v1.IDMapping
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {runtime.v1.IDMapping & runtime.v1.IDMapping.$Shape} IDMapping
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            IDMapping.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.runtime.v1.IDMapping();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.hostId = value;
                            else
                                delete message.hostId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.containerId = value;
                            else
                                delete message.containerId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.length = value;
                            else
                                delete message.length;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return IDMapping;
        })();

        return v1;
    })();

    return runtime;
})();

export {
  $root as default
};
