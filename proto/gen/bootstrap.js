/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["runts-bootstrap"] || ($protobuf.roots["runts-bootstrap"] = {});

export const containerd = $root.containerd = (() => {

    /**
     * Namespace containerd.
     * @exports containerd
     * @namespace
     */
    const containerd = {};

    containerd.runtime = (function() {

        /**
         * Namespace runtime.
         * @memberof containerd
         * @namespace
         */
        const runtime = {};

        runtime.bootstrap = (function() {

            /**
             * Namespace bootstrap.
             * @memberof containerd.runtime
             * @namespace
             */
            const bootstrap = {};

            bootstrap.v1 = (function() {

                /**
                 * Namespace v1.
                 * @memberof containerd.runtime.bootstrap
                 * @namespace
                 */
                const v1 = {};

                /**
                 * LogLevel enum.
                 * @name containerd.runtime.bootstrap.v1.LogLevel
                 * @enum {number}
                 * @property {number} LOG_LEVEL_INFO=0 LOG_LEVEL_INFO value
                 * @property {number} LOG_LEVEL_TRACE=-8 LOG_LEVEL_TRACE value
                 * @property {number} LOG_LEVEL_DEBUG=-4 LOG_LEVEL_DEBUG value
                 * @property {number} LOG_LEVEL_WARN=4 LOG_LEVEL_WARN value
                 * @property {number} LOG_LEVEL_ERROR=8 LOG_LEVEL_ERROR value
                 * @property {number} LOG_LEVEL_FATAL=10 LOG_LEVEL_FATAL value
                 * @property {number} LOG_LEVEL_PANIC=12 LOG_LEVEL_PANIC value
                 */
                v1.LogLevel = (function() {
                    const valuesById = $Object.create(null), values = $Object.create(valuesById);
                    values[valuesById[0] = "LOG_LEVEL_INFO"] = 0;
                    values[valuesById[-8] = "LOG_LEVEL_TRACE"] = -8;
                    values[valuesById[-4] = "LOG_LEVEL_DEBUG"] = -4;
                    values[valuesById[4] = "LOG_LEVEL_WARN"] = 4;
                    values[valuesById[8] = "LOG_LEVEL_ERROR"] = 8;
                    values[valuesById[10] = "LOG_LEVEL_FATAL"] = 10;
                    values[valuesById[12] = "LOG_LEVEL_PANIC"] = 12;
                    return values;
                })();

                /**
                 * Capability enum.
                 * @name containerd.runtime.bootstrap.v1.Capability
                 * @enum {number}
                 * @property {number} CAPABILITY_UNSPECIFIED=0 CAPABILITY_UNSPECIFIED value
                 */
                v1.Capability = (function() {
                    const valuesById = $Object.create(null), values = $Object.create(valuesById);
                    values[valuesById[0] = "CAPABILITY_UNSPECIFIED"] = 0;
                    return values;
                })();

                v1.BootstrapParams = (function() {

                    /**
                     * Properties of a BootstrapParams.
                     * @typedef {Object} containerd.runtime.bootstrap.v1.BootstrapParams.$Properties
                     * @property {string|null} [instanceId] BootstrapParams instanceId
                     * @property {string|null} [namespace] BootstrapParams namespace
                     * @property {containerd.runtime.bootstrap.v1.LogLevel|null} [logLevel] BootstrapParams logLevel
                     * @property {string|null} [containerdVersion] BootstrapParams containerdVersion
                     * @property {string|null} [containerdTtrpcAddress] BootstrapParams containerdTtrpcAddress
                     * @property {string|null} [containerdGrpcAddress] BootstrapParams containerdGrpcAddress
                     * @property {string|null} [containerdBinary] BootstrapParams containerdBinary
                     * @property {Array.<containerd.runtime.bootstrap.v1.Extension.$Properties>|null} [extensions] BootstrapParams extensions
                     * @property {string|null} [socketDir] BootstrapParams socketDir
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a BootstrapParams.
                     * @memberof containerd.runtime.bootstrap.v1
                     * @interface IBootstrapParams
                     * @augments containerd.runtime.bootstrap.v1.BootstrapParams.$Properties
                     * @deprecated Use containerd.runtime.bootstrap.v1.BootstrapParams.$Properties instead.
                     */

                    /**
                     * Shape of a BootstrapParams.
                     * @typedef {containerd.runtime.bootstrap.v1.BootstrapParams.$Properties} containerd.runtime.bootstrap.v1.BootstrapParams.$Shape
                     */

                    /**
                     * Constructs a new BootstrapParams.
                     * @memberof containerd.runtime.bootstrap.v1
                     * @classdesc Represents a BootstrapParams.
                     * @constructor
                     * @param {containerd.runtime.bootstrap.v1.BootstrapParams.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const BootstrapParams = function (properties) {
                        this.extensions = [];
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * BootstrapParams instanceId.
                     * @member {string} instanceId
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapParams
                     * @instance
                     */
                    BootstrapParams.prototype.instanceId = "";

                    /**
                     * BootstrapParams namespace.
                     * @member {string} namespace
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapParams
                     * @instance
                     */
                    BootstrapParams.prototype.namespace = "";

                    /**
                     * BootstrapParams logLevel.
                     * @member {containerd.runtime.bootstrap.v1.LogLevel} logLevel
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapParams
                     * @instance
                     */
                    BootstrapParams.prototype.logLevel = 0;

                    /**
                     * BootstrapParams containerdVersion.
                     * @member {string} containerdVersion
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapParams
                     * @instance
                     */
                    BootstrapParams.prototype.containerdVersion = "";

                    /**
                     * BootstrapParams containerdTtrpcAddress.
                     * @member {string} containerdTtrpcAddress
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapParams
                     * @instance
                     */
                    BootstrapParams.prototype.containerdTtrpcAddress = "";

                    /**
                     * BootstrapParams containerdGrpcAddress.
                     * @member {string} containerdGrpcAddress
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapParams
                     * @instance
                     */
                    BootstrapParams.prototype.containerdGrpcAddress = "";

                    /**
                     * BootstrapParams containerdBinary.
                     * @member {string} containerdBinary
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapParams
                     * @instance
                     */
                    BootstrapParams.prototype.containerdBinary = "";

                    /**
                     * BootstrapParams extensions.
                     * @member {Array.<containerd.runtime.bootstrap.v1.Extension.$Properties>} extensions
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapParams
                     * @instance
                     */
                    BootstrapParams.prototype.extensions = $util.emptyArray;

                    /**
                     * BootstrapParams socketDir.
                     * @member {string|null|undefined} socketDir
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapParams
                     * @instance
                     */
                    BootstrapParams.prototype.socketDir = null;

                    // OneOf field names bound to virtual getters and setters
                    let $oneOfFields;

                    // Virtual OneOf for proto3 optional field
                    $Object.defineProperty(BootstrapParams.prototype, "_socketDir", {
                        get: $util.oneOfGetter($oneOfFields = ["socketDir"]),
                        set: $util.oneOfSetter($oneOfFields)
                    });

                    /**
                     * Encodes the specified BootstrapParams message. Does not implicitly {@link containerd.runtime.bootstrap.v1.BootstrapParams.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapParams
                     * @static
                     * @param {containerd.runtime.bootstrap.v1.BootstrapParams.$Properties} message BootstrapParams message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    BootstrapParams.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.instanceId != null && $Object.hasOwnProperty.call(message, "instanceId") && message.instanceId !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.instanceId);
                        if (message.namespace != null && $Object.hasOwnProperty.call(message, "namespace") && message.namespace !== "")
                            writer.uint32(/* id 2, wireType 2 =*/18).string(message.namespace);
                        if (message.logLevel != null && $Object.hasOwnProperty.call(message, "logLevel") && message.logLevel !== 0)
                            writer.uint32(/* id 3, wireType 0 =*/24).int32(message.logLevel);
                        if (message.containerdVersion != null && $Object.hasOwnProperty.call(message, "containerdVersion") && message.containerdVersion !== "")
                            writer.uint32(/* id 4, wireType 2 =*/34).string(message.containerdVersion);
                        if (message.containerdTtrpcAddress != null && $Object.hasOwnProperty.call(message, "containerdTtrpcAddress") && message.containerdTtrpcAddress !== "")
                            writer.uint32(/* id 5, wireType 2 =*/42).string(message.containerdTtrpcAddress);
                        if (message.containerdGrpcAddress != null && $Object.hasOwnProperty.call(message, "containerdGrpcAddress") && message.containerdGrpcAddress !== "")
                            writer.uint32(/* id 6, wireType 2 =*/50).string(message.containerdGrpcAddress);
                        if (message.containerdBinary != null && $Object.hasOwnProperty.call(message, "containerdBinary") && message.containerdBinary !== "")
                            writer.uint32(/* id 7, wireType 2 =*/58).string(message.containerdBinary);
                        if (message.extensions != null && message.extensions.length)
                            for (let i = 0; i < message.extensions.length; ++i)
                                $root.containerd.runtime.bootstrap.v1.Extension.encode(message.extensions[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                        if (message.socketDir != null && $Object.hasOwnProperty.call(message, "socketDir"))
                            writer.uint32(/* id 9, wireType 2 =*/74).string(message.socketDir);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a BootstrapParams message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapParams
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.bootstrap.v1.BootstrapParams & containerd.runtime.bootstrap.v1.BootstrapParams.$Shape} BootstrapParams
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    BootstrapParams.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.bootstrap.v1.BootstrapParams();
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
                                        message.instanceId = value;
                                    else
                                        delete message.instanceId;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.namespace = value;
                                    else
                                        delete message.namespace;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (value = reader.int32())
                                        message.logLevel = value;
                                    else
                                        delete message.logLevel;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.containerdVersion = value;
                                    else
                                        delete message.containerdVersion;
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.containerdTtrpcAddress = value;
                                    else
                                        delete message.containerdTtrpcAddress;
                                    continue;
                                }
                            case 6: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.containerdGrpcAddress = value;
                                    else
                                        delete message.containerdGrpcAddress;
                                    continue;
                                }
                            case 7: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.containerdBinary = value;
                                    else
                                        delete message.containerdBinary;
                                    continue;
                                }
                            case 8: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.extensions && message.extensions.length))
                                        message.extensions = [];
                                    message.extensions.push($root.containerd.runtime.bootstrap.v1.Extension.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 9: {
                                    if (wireType !== 2)
                                        break;
                                    message.socketDir = reader.stringVerify();
                                    message._socketDir = "socketDir";
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

                    return BootstrapParams;
                })();

                v1.Extension = (function() {

                    /**
                     * Properties of an Extension.
                     * @typedef {Object} containerd.runtime.bootstrap.v1.Extension.$Properties
                     * @property {google.protobuf.Any.$Properties|null} [value] Extension value
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of an Extension.
                     * @memberof containerd.runtime.bootstrap.v1
                     * @interface IExtension
                     * @augments containerd.runtime.bootstrap.v1.Extension.$Properties
                     * @deprecated Use containerd.runtime.bootstrap.v1.Extension.$Properties instead.
                     */

                    /**
                     * Shape of an Extension.
                     * @typedef {containerd.runtime.bootstrap.v1.Extension.$Properties} containerd.runtime.bootstrap.v1.Extension.$Shape
                     */

                    /**
                     * Constructs a new Extension.
                     * @memberof containerd.runtime.bootstrap.v1
                     * @classdesc Represents an Extension.
                     * @constructor
                     * @param {containerd.runtime.bootstrap.v1.Extension.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Extension = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Extension value.
                     * @member {google.protobuf.Any.$Properties|null|undefined} value
                     * @memberof containerd.runtime.bootstrap.v1.Extension
                     * @instance
                     */
                    Extension.prototype.value = null;

                    /**
                     * Encodes the specified Extension message. Does not implicitly {@link containerd.runtime.bootstrap.v1.Extension.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.bootstrap.v1.Extension
                     * @static
                     * @param {containerd.runtime.bootstrap.v1.Extension.$Properties} message Extension message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Extension.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                            $root.google.protobuf.Any.encode(message.value, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes an Extension message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.bootstrap.v1.Extension
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.bootstrap.v1.Extension & containerd.runtime.bootstrap.v1.Extension.$Shape} Extension
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Extension.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.bootstrap.v1.Extension();
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
                                    message.value = $root.google.protobuf.Any.decode(reader, reader.size(), $undefined, _depth + 1, message.value);
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

                    return Extension;
                })();

                v1.BootstrapResult = (function() {

                    /**
                     * Properties of a BootstrapResult.
                     * @typedef {Object} containerd.runtime.bootstrap.v1.BootstrapResult.$Properties
                     * @property {number|null} [version] BootstrapResult version
                     * @property {string|null} [address] BootstrapResult address
                     * @property {string|null} [protocol] BootstrapResult protocol
                     * @property {Array.<containerd.runtime.bootstrap.v1.Capability>|null} [capabilities] BootstrapResult capabilities
                     * @property {Object.<string,string>|null} [metadata] BootstrapResult metadata
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a BootstrapResult.
                     * @memberof containerd.runtime.bootstrap.v1
                     * @interface IBootstrapResult
                     * @augments containerd.runtime.bootstrap.v1.BootstrapResult.$Properties
                     * @deprecated Use containerd.runtime.bootstrap.v1.BootstrapResult.$Properties instead.
                     */

                    /**
                     * Shape of a BootstrapResult.
                     * @typedef {containerd.runtime.bootstrap.v1.BootstrapResult.$Properties} containerd.runtime.bootstrap.v1.BootstrapResult.$Shape
                     */

                    /**
                     * Constructs a new BootstrapResult.
                     * @memberof containerd.runtime.bootstrap.v1
                     * @classdesc Represents a BootstrapResult.
                     * @constructor
                     * @param {containerd.runtime.bootstrap.v1.BootstrapResult.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const BootstrapResult = function (properties) {
                        this.capabilities = [];
                        this.metadata = {};
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * BootstrapResult version.
                     * @member {number} version
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapResult
                     * @instance
                     */
                    BootstrapResult.prototype.version = 0;

                    /**
                     * BootstrapResult address.
                     * @member {string} address
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapResult
                     * @instance
                     */
                    BootstrapResult.prototype.address = "";

                    /**
                     * BootstrapResult protocol.
                     * @member {string} protocol
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapResult
                     * @instance
                     */
                    BootstrapResult.prototype.protocol = "";

                    /**
                     * BootstrapResult capabilities.
                     * @member {Array.<containerd.runtime.bootstrap.v1.Capability>} capabilities
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapResult
                     * @instance
                     */
                    BootstrapResult.prototype.capabilities = $util.emptyArray;

                    /**
                     * BootstrapResult metadata.
                     * @member {Object.<string,string>} metadata
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapResult
                     * @instance
                     */
                    BootstrapResult.prototype.metadata = $util.emptyObject;

                    /**
                     * Encodes the specified BootstrapResult message. Does not implicitly {@link containerd.runtime.bootstrap.v1.BootstrapResult.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapResult
                     * @static
                     * @param {containerd.runtime.bootstrap.v1.BootstrapResult.$Properties} message BootstrapResult message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    BootstrapResult.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                            writer.uint32(/* id 1, wireType 0 =*/8).int32(message.version);
                        if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                            writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
                        if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== "")
                            writer.uint32(/* id 3, wireType 2 =*/26).string(message.protocol);
                        if (message.capabilities != null && message.capabilities.length)
                            writer.uint32(/* id 4, wireType 2 =*/34).int32s(message.capabilities);
                        if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata"))
                            for (let keys = $Object.keys(message.metadata), i = 0; i < keys.length; ++i)
                                writer.uint32(/* id 5, wireType 2 =*/42).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.metadata[keys[i]]).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a BootstrapResult message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.bootstrap.v1.BootstrapResult
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.bootstrap.v1.BootstrapResult & containerd.runtime.bootstrap.v1.BootstrapResult.$Shape} BootstrapResult
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    BootstrapResult.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.bootstrap.v1.BootstrapResult();
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
                                        message.version = value;
                                    else
                                        delete message.version;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.address = value;
                                    else
                                        delete message.address;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.protocol = value;
                                    else
                                        delete message.protocol;
                                    continue;
                                }
                            case 4: {
                                    if (wireType === 2) {
                                        if (!(message.capabilities && message.capabilities.length))
                                            message.capabilities = [];
                                        reader.int32s(message.capabilities);
                                        continue;
                                    }
                                    if (wireType !== 0)
                                        break;
                                    if (!(message.capabilities && message.capabilities.length))
                                        message.capabilities = [];
                                    message.capabilities.push(reader.int32());
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 2)
                                        break;
                                    if (message.metadata === $util.emptyObject)
                                        message.metadata = {};
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
                                        $util.makeProp(message.metadata, key);
                                    message.metadata[key] = value;
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

                    return BootstrapResult;
                })();

                return v1;
            })();

            return bootstrap;
        })();

        return runtime;
    })();

    return containerd;
})();

export const google = $root.google = (() => {

    /**
     * Namespace google.
     * @exports google
     * @namespace
     */
    const google = {};

    google.protobuf = (function() {

        /**
         * Namespace protobuf.
         * @memberof google
         * @namespace
         */
        const protobuf = {};

        protobuf.Any = (function() {

            /**
             * Properties of an Any.
             * @typedef {Object} google.protobuf.Any.$Properties
             * @property {string|null} [typeUrl] Any typeUrl
             * @property {Uint8Array|null} [value] Any value
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Any.
             * @memberof google.protobuf
             * @interface IAny
             * @augments google.protobuf.Any.$Properties
             * @deprecated Use google.protobuf.Any.$Properties instead.
             */

            /**
             * Shape of an Any.
             * @typedef {google.protobuf.Any.$Properties} google.protobuf.Any.$Shape
             */

            /**
             * Constructs a new Any.
             * @memberof google.protobuf
             * @classdesc Represents an Any.
             * @constructor
             * @param {google.protobuf.Any.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Any = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Any typeUrl.
             * @member {string} typeUrl
             * @memberof google.protobuf.Any
             * @instance
             */
            Any.prototype.typeUrl = "";

            /**
             * Any value.
             * @member {Uint8Array} value
             * @memberof google.protobuf.Any
             * @instance
             */
            Any.prototype.value = $util.newBuffer([]);

            /**
             * Encodes the specified Any message. Does not implicitly {@link google.protobuf.Any.verify|verify} messages.
             * @function encode
             * @memberof google.protobuf.Any
             * @static
             * @param {google.protobuf.Any.$Properties} message Any message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Any.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.typeUrl != null && $Object.hasOwnProperty.call(message, "typeUrl") && message.typeUrl !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.typeUrl);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.value);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Any message from the specified reader or buffer.
             * @function decode
             * @memberof google.protobuf.Any
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.protobuf.Any & google.protobuf.Any.$Shape} Any
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Any.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.google.protobuf.Any();
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
                                message.typeUrl = value;
                            else
                                delete message.typeUrl;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.value = value;
                            else
                                delete message.value;
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

            return Any;
        })();

        return protobuf;
    })();

    return google;
})();

export {
  $root as default
};
