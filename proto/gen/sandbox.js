/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["runts-sandbox"] || ($protobuf.roots["runts-sandbox"] = {});

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

        runtime.sandbox = (function() {

            /**
             * Namespace sandbox.
             * @memberof containerd.runtime
             * @namespace
             */
            const sandbox = {};

            sandbox.v1 = (function() {

                /**
                 * Namespace v1.
                 * @memberof containerd.runtime.sandbox
                 * @namespace
                 */
                const v1 = {};

                v1.CreateSandboxRequest = (function() {

                    /**
                     * Properties of a CreateSandboxRequest.
                     * @typedef {Object} containerd.runtime.sandbox.v1.CreateSandboxRequest.$Properties
                     * @property {string|null} [sandboxId] CreateSandboxRequest sandboxId
                     * @property {string|null} [bundlePath] CreateSandboxRequest bundlePath
                     * @property {Array.<containerd.types.Mount.$Properties>|null} [rootfs] CreateSandboxRequest rootfs
                     * @property {google.protobuf.Any.$Properties|null} [options] CreateSandboxRequest options
                     * @property {string|null} [netnsPath] CreateSandboxRequest netnsPath
                     * @property {Object.<string,string>|null} [annotations] CreateSandboxRequest annotations
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a CreateSandboxRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface ICreateSandboxRequest
                     * @augments containerd.runtime.sandbox.v1.CreateSandboxRequest.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.CreateSandboxRequest.$Properties instead.
                     */

                    /**
                     * Shape of a CreateSandboxRequest.
                     * @typedef {containerd.runtime.sandbox.v1.CreateSandboxRequest.$Properties} containerd.runtime.sandbox.v1.CreateSandboxRequest.$Shape
                     */

                    /**
                     * Constructs a new CreateSandboxRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a CreateSandboxRequest.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.CreateSandboxRequest.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const CreateSandboxRequest = function (properties) {
                        this.rootfs = [];
                        this.annotations = {};
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * CreateSandboxRequest sandboxId.
                     * @member {string} sandboxId
                     * @memberof containerd.runtime.sandbox.v1.CreateSandboxRequest
                     * @instance
                     */
                    CreateSandboxRequest.prototype.sandboxId = "";

                    /**
                     * CreateSandboxRequest bundlePath.
                     * @member {string} bundlePath
                     * @memberof containerd.runtime.sandbox.v1.CreateSandboxRequest
                     * @instance
                     */
                    CreateSandboxRequest.prototype.bundlePath = "";

                    /**
                     * CreateSandboxRequest rootfs.
                     * @member {Array.<containerd.types.Mount.$Properties>} rootfs
                     * @memberof containerd.runtime.sandbox.v1.CreateSandboxRequest
                     * @instance
                     */
                    CreateSandboxRequest.prototype.rootfs = $util.emptyArray;

                    /**
                     * CreateSandboxRequest options.
                     * @member {google.protobuf.Any.$Properties|null|undefined} options
                     * @memberof containerd.runtime.sandbox.v1.CreateSandboxRequest
                     * @instance
                     */
                    CreateSandboxRequest.prototype.options = null;

                    /**
                     * CreateSandboxRequest netnsPath.
                     * @member {string} netnsPath
                     * @memberof containerd.runtime.sandbox.v1.CreateSandboxRequest
                     * @instance
                     */
                    CreateSandboxRequest.prototype.netnsPath = "";

                    /**
                     * CreateSandboxRequest annotations.
                     * @member {Object.<string,string>} annotations
                     * @memberof containerd.runtime.sandbox.v1.CreateSandboxRequest
                     * @instance
                     */
                    CreateSandboxRequest.prototype.annotations = $util.emptyObject;

                    /**
                     * Encodes the specified CreateSandboxRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.CreateSandboxRequest.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.CreateSandboxRequest
                     * @static
                     * @param {containerd.runtime.sandbox.v1.CreateSandboxRequest.$Properties} message CreateSandboxRequest message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    CreateSandboxRequest.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.sandboxId != null && $Object.hasOwnProperty.call(message, "sandboxId") && message.sandboxId !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.sandboxId);
                        if (message.bundlePath != null && $Object.hasOwnProperty.call(message, "bundlePath") && message.bundlePath !== "")
                            writer.uint32(/* id 2, wireType 2 =*/18).string(message.bundlePath);
                        if (message.rootfs != null && message.rootfs.length)
                            for (let i = 0; i < message.rootfs.length; ++i)
                                $root.containerd.types.Mount.encode(message.rootfs[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                        if (message.options != null && $Object.hasOwnProperty.call(message, "options"))
                            $root.google.protobuf.Any.encode(message.options, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                        if (message.netnsPath != null && $Object.hasOwnProperty.call(message, "netnsPath") && message.netnsPath !== "")
                            writer.uint32(/* id 5, wireType 2 =*/42).string(message.netnsPath);
                        if (message.annotations != null && $Object.hasOwnProperty.call(message, "annotations"))
                            for (let keys = $Object.keys(message.annotations), i = 0; i < keys.length; ++i)
                                writer.uint32(/* id 6, wireType 2 =*/50).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.annotations[keys[i]]).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a CreateSandboxRequest message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.CreateSandboxRequest
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.CreateSandboxRequest & containerd.runtime.sandbox.v1.CreateSandboxRequest.$Shape} CreateSandboxRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    CreateSandboxRequest.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.CreateSandboxRequest();
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
                                        message.sandboxId = value;
                                    else
                                        delete message.sandboxId;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.bundlePath = value;
                                    else
                                        delete message.bundlePath;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.rootfs && message.rootfs.length))
                                        message.rootfs = [];
                                    message.rootfs.push($root.containerd.types.Mount.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 2)
                                        break;
                                    message.options = $root.google.protobuf.Any.decode(reader, reader.size(), $undefined, _depth + 1, message.options);
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.netnsPath = value;
                                    else
                                        delete message.netnsPath;
                                    continue;
                                }
                            case 6: {
                                    if (wireType !== 2)
                                        break;
                                    if (message.annotations === $util.emptyObject)
                                        message.annotations = {};
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
                                        $util.makeProp(message.annotations, key);
                                    message.annotations[key] = value;
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

                    return CreateSandboxRequest;
                })();

                v1.CreateSandboxResponse = (function() {

                    /**
                     * Properties of a CreateSandboxResponse.
                     * @typedef {Object} containerd.runtime.sandbox.v1.CreateSandboxResponse.$Properties
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a CreateSandboxResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface ICreateSandboxResponse
                     * @augments containerd.runtime.sandbox.v1.CreateSandboxResponse.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.CreateSandboxResponse.$Properties instead.
                     */

                    /**
                     * Shape of a CreateSandboxResponse.
                     * @typedef {containerd.runtime.sandbox.v1.CreateSandboxResponse.$Properties} containerd.runtime.sandbox.v1.CreateSandboxResponse.$Shape
                     */

                    /**
                     * Constructs a new CreateSandboxResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a CreateSandboxResponse.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.CreateSandboxResponse.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const CreateSandboxResponse = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Encodes the specified CreateSandboxResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.CreateSandboxResponse.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.CreateSandboxResponse
                     * @static
                     * @param {containerd.runtime.sandbox.v1.CreateSandboxResponse.$Properties} message CreateSandboxResponse message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    CreateSandboxResponse.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a CreateSandboxResponse message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.CreateSandboxResponse
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.CreateSandboxResponse & containerd.runtime.sandbox.v1.CreateSandboxResponse.$Shape} CreateSandboxResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    CreateSandboxResponse.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.CreateSandboxResponse();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            reader.skipType(tag & 7, _depth, tag);
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

                    return CreateSandboxResponse;
                })();

                v1.StartSandboxRequest = (function() {

                    /**
                     * Properties of a StartSandboxRequest.
                     * @typedef {Object} containerd.runtime.sandbox.v1.StartSandboxRequest.$Properties
                     * @property {string|null} [sandboxId] StartSandboxRequest sandboxId
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a StartSandboxRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface IStartSandboxRequest
                     * @augments containerd.runtime.sandbox.v1.StartSandboxRequest.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.StartSandboxRequest.$Properties instead.
                     */

                    /**
                     * Shape of a StartSandboxRequest.
                     * @typedef {containerd.runtime.sandbox.v1.StartSandboxRequest.$Properties} containerd.runtime.sandbox.v1.StartSandboxRequest.$Shape
                     */

                    /**
                     * Constructs a new StartSandboxRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a StartSandboxRequest.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.StartSandboxRequest.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const StartSandboxRequest = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * StartSandboxRequest sandboxId.
                     * @member {string} sandboxId
                     * @memberof containerd.runtime.sandbox.v1.StartSandboxRequest
                     * @instance
                     */
                    StartSandboxRequest.prototype.sandboxId = "";

                    /**
                     * Encodes the specified StartSandboxRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.StartSandboxRequest.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.StartSandboxRequest
                     * @static
                     * @param {containerd.runtime.sandbox.v1.StartSandboxRequest.$Properties} message StartSandboxRequest message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    StartSandboxRequest.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.sandboxId != null && $Object.hasOwnProperty.call(message, "sandboxId") && message.sandboxId !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.sandboxId);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a StartSandboxRequest message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.StartSandboxRequest
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.StartSandboxRequest & containerd.runtime.sandbox.v1.StartSandboxRequest.$Shape} StartSandboxRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    StartSandboxRequest.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.StartSandboxRequest();
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
                                        message.sandboxId = value;
                                    else
                                        delete message.sandboxId;
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

                    return StartSandboxRequest;
                })();

                v1.StartSandboxResponse = (function() {

                    /**
                     * Properties of a StartSandboxResponse.
                     * @typedef {Object} containerd.runtime.sandbox.v1.StartSandboxResponse.$Properties
                     * @property {number|null} [pid] StartSandboxResponse pid
                     * @property {google.protobuf.Timestamp.$Properties|null} [createdAt] StartSandboxResponse createdAt
                     * @property {google.protobuf.Any.$Properties|null} [spec] StartSandboxResponse spec
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a StartSandboxResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface IStartSandboxResponse
                     * @augments containerd.runtime.sandbox.v1.StartSandboxResponse.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.StartSandboxResponse.$Properties instead.
                     */

                    /**
                     * Shape of a StartSandboxResponse.
                     * @typedef {containerd.runtime.sandbox.v1.StartSandboxResponse.$Properties} containerd.runtime.sandbox.v1.StartSandboxResponse.$Shape
                     */

                    /**
                     * Constructs a new StartSandboxResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a StartSandboxResponse.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.StartSandboxResponse.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const StartSandboxResponse = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * StartSandboxResponse pid.
                     * @member {number} pid
                     * @memberof containerd.runtime.sandbox.v1.StartSandboxResponse
                     * @instance
                     */
                    StartSandboxResponse.prototype.pid = 0;

                    /**
                     * StartSandboxResponse createdAt.
                     * @member {google.protobuf.Timestamp.$Properties|null|undefined} createdAt
                     * @memberof containerd.runtime.sandbox.v1.StartSandboxResponse
                     * @instance
                     */
                    StartSandboxResponse.prototype.createdAt = null;

                    /**
                     * StartSandboxResponse spec.
                     * @member {google.protobuf.Any.$Properties|null|undefined} spec
                     * @memberof containerd.runtime.sandbox.v1.StartSandboxResponse
                     * @instance
                     */
                    StartSandboxResponse.prototype.spec = null;

                    /**
                     * Encodes the specified StartSandboxResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.StartSandboxResponse.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.StartSandboxResponse
                     * @static
                     * @param {containerd.runtime.sandbox.v1.StartSandboxResponse.$Properties} message StartSandboxResponse message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    StartSandboxResponse.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.pid != null && $Object.hasOwnProperty.call(message, "pid") && message.pid !== 0)
                            writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pid);
                        if (message.createdAt != null && $Object.hasOwnProperty.call(message, "createdAt"))
                            $root.google.protobuf.Timestamp.encode(message.createdAt, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
                            $root.google.protobuf.Any.encode(message.spec, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a StartSandboxResponse message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.StartSandboxResponse
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.StartSandboxResponse & containerd.runtime.sandbox.v1.StartSandboxResponse.$Shape} StartSandboxResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    StartSandboxResponse.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.StartSandboxResponse();
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
                                        message.pid = value;
                                    else
                                        delete message.pid;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.createdAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.createdAt);
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 2)
                                        break;
                                    message.spec = $root.google.protobuf.Any.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
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

                    return StartSandboxResponse;
                })();

                v1.PlatformRequest = (function() {

                    /**
                     * Properties of a PlatformRequest.
                     * @typedef {Object} containerd.runtime.sandbox.v1.PlatformRequest.$Properties
                     * @property {string|null} [sandboxId] PlatformRequest sandboxId
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a PlatformRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface IPlatformRequest
                     * @augments containerd.runtime.sandbox.v1.PlatformRequest.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.PlatformRequest.$Properties instead.
                     */

                    /**
                     * Shape of a PlatformRequest.
                     * @typedef {containerd.runtime.sandbox.v1.PlatformRequest.$Properties} containerd.runtime.sandbox.v1.PlatformRequest.$Shape
                     */

                    /**
                     * Constructs a new PlatformRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a PlatformRequest.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.PlatformRequest.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const PlatformRequest = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * PlatformRequest sandboxId.
                     * @member {string} sandboxId
                     * @memberof containerd.runtime.sandbox.v1.PlatformRequest
                     * @instance
                     */
                    PlatformRequest.prototype.sandboxId = "";

                    /**
                     * Encodes the specified PlatformRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.PlatformRequest.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.PlatformRequest
                     * @static
                     * @param {containerd.runtime.sandbox.v1.PlatformRequest.$Properties} message PlatformRequest message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    PlatformRequest.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.sandboxId != null && $Object.hasOwnProperty.call(message, "sandboxId") && message.sandboxId !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.sandboxId);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a PlatformRequest message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.PlatformRequest
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.PlatformRequest & containerd.runtime.sandbox.v1.PlatformRequest.$Shape} PlatformRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    PlatformRequest.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.PlatformRequest();
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
                                        message.sandboxId = value;
                                    else
                                        delete message.sandboxId;
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

                    return PlatformRequest;
                })();

                v1.PlatformResponse = (function() {

                    /**
                     * Properties of a PlatformResponse.
                     * @typedef {Object} containerd.runtime.sandbox.v1.PlatformResponse.$Properties
                     * @property {containerd.types.Platform.$Properties|null} [platform] PlatformResponse platform
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a PlatformResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface IPlatformResponse
                     * @augments containerd.runtime.sandbox.v1.PlatformResponse.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.PlatformResponse.$Properties instead.
                     */

                    /**
                     * Shape of a PlatformResponse.
                     * @typedef {containerd.runtime.sandbox.v1.PlatformResponse.$Properties} containerd.runtime.sandbox.v1.PlatformResponse.$Shape
                     */

                    /**
                     * Constructs a new PlatformResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a PlatformResponse.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.PlatformResponse.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const PlatformResponse = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * PlatformResponse platform.
                     * @member {containerd.types.Platform.$Properties|null|undefined} platform
                     * @memberof containerd.runtime.sandbox.v1.PlatformResponse
                     * @instance
                     */
                    PlatformResponse.prototype.platform = null;

                    /**
                     * Encodes the specified PlatformResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.PlatformResponse.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.PlatformResponse
                     * @static
                     * @param {containerd.runtime.sandbox.v1.PlatformResponse.$Properties} message PlatformResponse message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    PlatformResponse.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.platform != null && $Object.hasOwnProperty.call(message, "platform"))
                            $root.containerd.types.Platform.encode(message.platform, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a PlatformResponse message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.PlatformResponse
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.PlatformResponse & containerd.runtime.sandbox.v1.PlatformResponse.$Shape} PlatformResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    PlatformResponse.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.PlatformResponse();
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
                                    message.platform = $root.containerd.types.Platform.decode(reader, reader.size(), $undefined, _depth + 1, message.platform);
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

                    return PlatformResponse;
                })();

                v1.StopSandboxRequest = (function() {

                    /**
                     * Properties of a StopSandboxRequest.
                     * @typedef {Object} containerd.runtime.sandbox.v1.StopSandboxRequest.$Properties
                     * @property {string|null} [sandboxId] StopSandboxRequest sandboxId
                     * @property {number|null} [timeoutSecs] StopSandboxRequest timeoutSecs
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a StopSandboxRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface IStopSandboxRequest
                     * @augments containerd.runtime.sandbox.v1.StopSandboxRequest.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.StopSandboxRequest.$Properties instead.
                     */

                    /**
                     * Shape of a StopSandboxRequest.
                     * @typedef {containerd.runtime.sandbox.v1.StopSandboxRequest.$Properties} containerd.runtime.sandbox.v1.StopSandboxRequest.$Shape
                     */

                    /**
                     * Constructs a new StopSandboxRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a StopSandboxRequest.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.StopSandboxRequest.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const StopSandboxRequest = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * StopSandboxRequest sandboxId.
                     * @member {string} sandboxId
                     * @memberof containerd.runtime.sandbox.v1.StopSandboxRequest
                     * @instance
                     */
                    StopSandboxRequest.prototype.sandboxId = "";

                    /**
                     * StopSandboxRequest timeoutSecs.
                     * @member {number} timeoutSecs
                     * @memberof containerd.runtime.sandbox.v1.StopSandboxRequest
                     * @instance
                     */
                    StopSandboxRequest.prototype.timeoutSecs = 0;

                    /**
                     * Encodes the specified StopSandboxRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.StopSandboxRequest.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.StopSandboxRequest
                     * @static
                     * @param {containerd.runtime.sandbox.v1.StopSandboxRequest.$Properties} message StopSandboxRequest message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    StopSandboxRequest.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.sandboxId != null && $Object.hasOwnProperty.call(message, "sandboxId") && message.sandboxId !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.sandboxId);
                        if (message.timeoutSecs != null && $Object.hasOwnProperty.call(message, "timeoutSecs") && message.timeoutSecs !== 0)
                            writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.timeoutSecs);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a StopSandboxRequest message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.StopSandboxRequest
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.StopSandboxRequest & containerd.runtime.sandbox.v1.StopSandboxRequest.$Shape} StopSandboxRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    StopSandboxRequest.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.StopSandboxRequest();
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
                                        message.sandboxId = value;
                                    else
                                        delete message.sandboxId;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (value = reader.uint32())
                                        message.timeoutSecs = value;
                                    else
                                        delete message.timeoutSecs;
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

                    return StopSandboxRequest;
                })();

                v1.StopSandboxResponse = (function() {

                    /**
                     * Properties of a StopSandboxResponse.
                     * @typedef {Object} containerd.runtime.sandbox.v1.StopSandboxResponse.$Properties
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a StopSandboxResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface IStopSandboxResponse
                     * @augments containerd.runtime.sandbox.v1.StopSandboxResponse.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.StopSandboxResponse.$Properties instead.
                     */

                    /**
                     * Shape of a StopSandboxResponse.
                     * @typedef {containerd.runtime.sandbox.v1.StopSandboxResponse.$Properties} containerd.runtime.sandbox.v1.StopSandboxResponse.$Shape
                     */

                    /**
                     * Constructs a new StopSandboxResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a StopSandboxResponse.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.StopSandboxResponse.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const StopSandboxResponse = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Encodes the specified StopSandboxResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.StopSandboxResponse.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.StopSandboxResponse
                     * @static
                     * @param {containerd.runtime.sandbox.v1.StopSandboxResponse.$Properties} message StopSandboxResponse message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    StopSandboxResponse.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a StopSandboxResponse message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.StopSandboxResponse
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.StopSandboxResponse & containerd.runtime.sandbox.v1.StopSandboxResponse.$Shape} StopSandboxResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    StopSandboxResponse.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.StopSandboxResponse();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            reader.skipType(tag & 7, _depth, tag);
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

                    return StopSandboxResponse;
                })();

                v1.WaitSandboxRequest = (function() {

                    /**
                     * Properties of a WaitSandboxRequest.
                     * @typedef {Object} containerd.runtime.sandbox.v1.WaitSandboxRequest.$Properties
                     * @property {string|null} [sandboxId] WaitSandboxRequest sandboxId
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a WaitSandboxRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface IWaitSandboxRequest
                     * @augments containerd.runtime.sandbox.v1.WaitSandboxRequest.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.WaitSandboxRequest.$Properties instead.
                     */

                    /**
                     * Shape of a WaitSandboxRequest.
                     * @typedef {containerd.runtime.sandbox.v1.WaitSandboxRequest.$Properties} containerd.runtime.sandbox.v1.WaitSandboxRequest.$Shape
                     */

                    /**
                     * Constructs a new WaitSandboxRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a WaitSandboxRequest.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.WaitSandboxRequest.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const WaitSandboxRequest = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * WaitSandboxRequest sandboxId.
                     * @member {string} sandboxId
                     * @memberof containerd.runtime.sandbox.v1.WaitSandboxRequest
                     * @instance
                     */
                    WaitSandboxRequest.prototype.sandboxId = "";

                    /**
                     * Encodes the specified WaitSandboxRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.WaitSandboxRequest.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.WaitSandboxRequest
                     * @static
                     * @param {containerd.runtime.sandbox.v1.WaitSandboxRequest.$Properties} message WaitSandboxRequest message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    WaitSandboxRequest.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.sandboxId != null && $Object.hasOwnProperty.call(message, "sandboxId") && message.sandboxId !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.sandboxId);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a WaitSandboxRequest message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.WaitSandboxRequest
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.WaitSandboxRequest & containerd.runtime.sandbox.v1.WaitSandboxRequest.$Shape} WaitSandboxRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    WaitSandboxRequest.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.WaitSandboxRequest();
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
                                        message.sandboxId = value;
                                    else
                                        delete message.sandboxId;
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

                    return WaitSandboxRequest;
                })();

                v1.WaitSandboxResponse = (function() {

                    /**
                     * Properties of a WaitSandboxResponse.
                     * @typedef {Object} containerd.runtime.sandbox.v1.WaitSandboxResponse.$Properties
                     * @property {number|null} [exitStatus] WaitSandboxResponse exitStatus
                     * @property {google.protobuf.Timestamp.$Properties|null} [exitedAt] WaitSandboxResponse exitedAt
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a WaitSandboxResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface IWaitSandboxResponse
                     * @augments containerd.runtime.sandbox.v1.WaitSandboxResponse.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.WaitSandboxResponse.$Properties instead.
                     */

                    /**
                     * Shape of a WaitSandboxResponse.
                     * @typedef {containerd.runtime.sandbox.v1.WaitSandboxResponse.$Properties} containerd.runtime.sandbox.v1.WaitSandboxResponse.$Shape
                     */

                    /**
                     * Constructs a new WaitSandboxResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a WaitSandboxResponse.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.WaitSandboxResponse.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const WaitSandboxResponse = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * WaitSandboxResponse exitStatus.
                     * @member {number} exitStatus
                     * @memberof containerd.runtime.sandbox.v1.WaitSandboxResponse
                     * @instance
                     */
                    WaitSandboxResponse.prototype.exitStatus = 0;

                    /**
                     * WaitSandboxResponse exitedAt.
                     * @member {google.protobuf.Timestamp.$Properties|null|undefined} exitedAt
                     * @memberof containerd.runtime.sandbox.v1.WaitSandboxResponse
                     * @instance
                     */
                    WaitSandboxResponse.prototype.exitedAt = null;

                    /**
                     * Encodes the specified WaitSandboxResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.WaitSandboxResponse.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.WaitSandboxResponse
                     * @static
                     * @param {containerd.runtime.sandbox.v1.WaitSandboxResponse.$Properties} message WaitSandboxResponse message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    WaitSandboxResponse.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.exitStatus != null && $Object.hasOwnProperty.call(message, "exitStatus") && message.exitStatus !== 0)
                            writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.exitStatus);
                        if (message.exitedAt != null && $Object.hasOwnProperty.call(message, "exitedAt"))
                            $root.google.protobuf.Timestamp.encode(message.exitedAt, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a WaitSandboxResponse message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.WaitSandboxResponse
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.WaitSandboxResponse & containerd.runtime.sandbox.v1.WaitSandboxResponse.$Shape} WaitSandboxResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    WaitSandboxResponse.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.WaitSandboxResponse();
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
                                        message.exitStatus = value;
                                    else
                                        delete message.exitStatus;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.exitedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.exitedAt);
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

                    return WaitSandboxResponse;
                })();

                v1.SandboxStatusRequest = (function() {

                    /**
                     * Properties of a SandboxStatusRequest.
                     * @typedef {Object} containerd.runtime.sandbox.v1.SandboxStatusRequest.$Properties
                     * @property {string|null} [sandboxId] SandboxStatusRequest sandboxId
                     * @property {boolean|null} [verbose] SandboxStatusRequest verbose
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a SandboxStatusRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface ISandboxStatusRequest
                     * @augments containerd.runtime.sandbox.v1.SandboxStatusRequest.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.SandboxStatusRequest.$Properties instead.
                     */

                    /**
                     * Shape of a SandboxStatusRequest.
                     * @typedef {containerd.runtime.sandbox.v1.SandboxStatusRequest.$Properties} containerd.runtime.sandbox.v1.SandboxStatusRequest.$Shape
                     */

                    /**
                     * Constructs a new SandboxStatusRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a SandboxStatusRequest.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.SandboxStatusRequest.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const SandboxStatusRequest = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * SandboxStatusRequest sandboxId.
                     * @member {string} sandboxId
                     * @memberof containerd.runtime.sandbox.v1.SandboxStatusRequest
                     * @instance
                     */
                    SandboxStatusRequest.prototype.sandboxId = "";

                    /**
                     * SandboxStatusRequest verbose.
                     * @member {boolean} verbose
                     * @memberof containerd.runtime.sandbox.v1.SandboxStatusRequest
                     * @instance
                     */
                    SandboxStatusRequest.prototype.verbose = false;

                    /**
                     * Encodes the specified SandboxStatusRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.SandboxStatusRequest.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.SandboxStatusRequest
                     * @static
                     * @param {containerd.runtime.sandbox.v1.SandboxStatusRequest.$Properties} message SandboxStatusRequest message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    SandboxStatusRequest.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.sandboxId != null && $Object.hasOwnProperty.call(message, "sandboxId") && message.sandboxId !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.sandboxId);
                        if (message.verbose != null && $Object.hasOwnProperty.call(message, "verbose") && message.verbose !== false)
                            writer.uint32(/* id 2, wireType 0 =*/16).bool(message.verbose);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a SandboxStatusRequest message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.SandboxStatusRequest
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.SandboxStatusRequest & containerd.runtime.sandbox.v1.SandboxStatusRequest.$Shape} SandboxStatusRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    SandboxStatusRequest.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.SandboxStatusRequest();
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
                                        message.sandboxId = value;
                                    else
                                        delete message.sandboxId;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (value = reader.bool())
                                        message.verbose = value;
                                    else
                                        delete message.verbose;
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

                    return SandboxStatusRequest;
                })();

                v1.SandboxStatusResponse = (function() {

                    /**
                     * Properties of a SandboxStatusResponse.
                     * @typedef {Object} containerd.runtime.sandbox.v1.SandboxStatusResponse.$Properties
                     * @property {string|null} [sandboxId] SandboxStatusResponse sandboxId
                     * @property {number|null} [pid] SandboxStatusResponse pid
                     * @property {string|null} [state] SandboxStatusResponse state
                     * @property {Object.<string,string>|null} [info] SandboxStatusResponse info
                     * @property {google.protobuf.Timestamp.$Properties|null} [createdAt] SandboxStatusResponse createdAt
                     * @property {google.protobuf.Timestamp.$Properties|null} [exitedAt] SandboxStatusResponse exitedAt
                     * @property {google.protobuf.Any.$Properties|null} [extra] SandboxStatusResponse extra
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a SandboxStatusResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface ISandboxStatusResponse
                     * @augments containerd.runtime.sandbox.v1.SandboxStatusResponse.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.SandboxStatusResponse.$Properties instead.
                     */

                    /**
                     * Shape of a SandboxStatusResponse.
                     * @typedef {containerd.runtime.sandbox.v1.SandboxStatusResponse.$Properties} containerd.runtime.sandbox.v1.SandboxStatusResponse.$Shape
                     */

                    /**
                     * Constructs a new SandboxStatusResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a SandboxStatusResponse.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.SandboxStatusResponse.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const SandboxStatusResponse = function (properties) {
                        this.info = {};
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * SandboxStatusResponse sandboxId.
                     * @member {string} sandboxId
                     * @memberof containerd.runtime.sandbox.v1.SandboxStatusResponse
                     * @instance
                     */
                    SandboxStatusResponse.prototype.sandboxId = "";

                    /**
                     * SandboxStatusResponse pid.
                     * @member {number} pid
                     * @memberof containerd.runtime.sandbox.v1.SandboxStatusResponse
                     * @instance
                     */
                    SandboxStatusResponse.prototype.pid = 0;

                    /**
                     * SandboxStatusResponse state.
                     * @member {string} state
                     * @memberof containerd.runtime.sandbox.v1.SandboxStatusResponse
                     * @instance
                     */
                    SandboxStatusResponse.prototype.state = "";

                    /**
                     * SandboxStatusResponse info.
                     * @member {Object.<string,string>} info
                     * @memberof containerd.runtime.sandbox.v1.SandboxStatusResponse
                     * @instance
                     */
                    SandboxStatusResponse.prototype.info = $util.emptyObject;

                    /**
                     * SandboxStatusResponse createdAt.
                     * @member {google.protobuf.Timestamp.$Properties|null|undefined} createdAt
                     * @memberof containerd.runtime.sandbox.v1.SandboxStatusResponse
                     * @instance
                     */
                    SandboxStatusResponse.prototype.createdAt = null;

                    /**
                     * SandboxStatusResponse exitedAt.
                     * @member {google.protobuf.Timestamp.$Properties|null|undefined} exitedAt
                     * @memberof containerd.runtime.sandbox.v1.SandboxStatusResponse
                     * @instance
                     */
                    SandboxStatusResponse.prototype.exitedAt = null;

                    /**
                     * SandboxStatusResponse extra.
                     * @member {google.protobuf.Any.$Properties|null|undefined} extra
                     * @memberof containerd.runtime.sandbox.v1.SandboxStatusResponse
                     * @instance
                     */
                    SandboxStatusResponse.prototype.extra = null;

                    /**
                     * Encodes the specified SandboxStatusResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.SandboxStatusResponse.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.SandboxStatusResponse
                     * @static
                     * @param {containerd.runtime.sandbox.v1.SandboxStatusResponse.$Properties} message SandboxStatusResponse message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    SandboxStatusResponse.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.sandboxId != null && $Object.hasOwnProperty.call(message, "sandboxId") && message.sandboxId !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.sandboxId);
                        if (message.pid != null && $Object.hasOwnProperty.call(message, "pid") && message.pid !== 0)
                            writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.pid);
                        if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                            writer.uint32(/* id 3, wireType 2 =*/26).string(message.state);
                        if (message.info != null && $Object.hasOwnProperty.call(message, "info"))
                            for (let keys = $Object.keys(message.info), i = 0; i < keys.length; ++i)
                                writer.uint32(/* id 4, wireType 2 =*/34).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.info[keys[i]]).ldelim();
                        if (message.createdAt != null && $Object.hasOwnProperty.call(message, "createdAt"))
                            $root.google.protobuf.Timestamp.encode(message.createdAt, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                        if (message.exitedAt != null && $Object.hasOwnProperty.call(message, "exitedAt"))
                            $root.google.protobuf.Timestamp.encode(message.exitedAt, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                        if (message.extra != null && $Object.hasOwnProperty.call(message, "extra"))
                            $root.google.protobuf.Any.encode(message.extra, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a SandboxStatusResponse message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.SandboxStatusResponse
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.SandboxStatusResponse & containerd.runtime.sandbox.v1.SandboxStatusResponse.$Shape} SandboxStatusResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    SandboxStatusResponse.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.SandboxStatusResponse();
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
                                        message.sandboxId = value;
                                    else
                                        delete message.sandboxId;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (value = reader.uint32())
                                        message.pid = value;
                                    else
                                        delete message.pid;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.state = value;
                                    else
                                        delete message.state;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 2)
                                        break;
                                    if (message.info === $util.emptyObject)
                                        message.info = {};
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
                                        $util.makeProp(message.info, key);
                                    message.info[key] = value;
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 2)
                                        break;
                                    message.createdAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.createdAt);
                                    continue;
                                }
                            case 6: {
                                    if (wireType !== 2)
                                        break;
                                    message.exitedAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.exitedAt);
                                    continue;
                                }
                            case 7: {
                                    if (wireType !== 2)
                                        break;
                                    message.extra = $root.google.protobuf.Any.decode(reader, reader.size(), $undefined, _depth + 1, message.extra);
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

                    return SandboxStatusResponse;
                })();

                v1.PingRequest = (function() {

                    /**
                     * Properties of a PingRequest.
                     * @typedef {Object} containerd.runtime.sandbox.v1.PingRequest.$Properties
                     * @property {string|null} [sandboxId] PingRequest sandboxId
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a PingRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface IPingRequest
                     * @augments containerd.runtime.sandbox.v1.PingRequest.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.PingRequest.$Properties instead.
                     */

                    /**
                     * Shape of a PingRequest.
                     * @typedef {containerd.runtime.sandbox.v1.PingRequest.$Properties} containerd.runtime.sandbox.v1.PingRequest.$Shape
                     */

                    /**
                     * Constructs a new PingRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a PingRequest.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.PingRequest.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const PingRequest = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * PingRequest sandboxId.
                     * @member {string} sandboxId
                     * @memberof containerd.runtime.sandbox.v1.PingRequest
                     * @instance
                     */
                    PingRequest.prototype.sandboxId = "";

                    /**
                     * Encodes the specified PingRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.PingRequest.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.PingRequest
                     * @static
                     * @param {containerd.runtime.sandbox.v1.PingRequest.$Properties} message PingRequest message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    PingRequest.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.sandboxId != null && $Object.hasOwnProperty.call(message, "sandboxId") && message.sandboxId !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.sandboxId);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a PingRequest message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.PingRequest
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.PingRequest & containerd.runtime.sandbox.v1.PingRequest.$Shape} PingRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    PingRequest.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.PingRequest();
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
                                        message.sandboxId = value;
                                    else
                                        delete message.sandboxId;
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

                    return PingRequest;
                })();

                v1.PingResponse = (function() {

                    /**
                     * Properties of a PingResponse.
                     * @typedef {Object} containerd.runtime.sandbox.v1.PingResponse.$Properties
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a PingResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface IPingResponse
                     * @augments containerd.runtime.sandbox.v1.PingResponse.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.PingResponse.$Properties instead.
                     */

                    /**
                     * Shape of a PingResponse.
                     * @typedef {containerd.runtime.sandbox.v1.PingResponse.$Properties} containerd.runtime.sandbox.v1.PingResponse.$Shape
                     */

                    /**
                     * Constructs a new PingResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a PingResponse.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.PingResponse.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const PingResponse = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Encodes the specified PingResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.PingResponse.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.PingResponse
                     * @static
                     * @param {containerd.runtime.sandbox.v1.PingResponse.$Properties} message PingResponse message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    PingResponse.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a PingResponse message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.PingResponse
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.PingResponse & containerd.runtime.sandbox.v1.PingResponse.$Shape} PingResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    PingResponse.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.PingResponse();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            reader.skipType(tag & 7, _depth, tag);
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

                    return PingResponse;
                })();

                v1.ShutdownSandboxRequest = (function() {

                    /**
                     * Properties of a ShutdownSandboxRequest.
                     * @typedef {Object} containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Properties
                     * @property {string|null} [sandboxId] ShutdownSandboxRequest sandboxId
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a ShutdownSandboxRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface IShutdownSandboxRequest
                     * @augments containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Properties instead.
                     */

                    /**
                     * Shape of a ShutdownSandboxRequest.
                     * @typedef {containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Properties} containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Shape
                     */

                    /**
                     * Constructs a new ShutdownSandboxRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a ShutdownSandboxRequest.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const ShutdownSandboxRequest = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * ShutdownSandboxRequest sandboxId.
                     * @member {string} sandboxId
                     * @memberof containerd.runtime.sandbox.v1.ShutdownSandboxRequest
                     * @instance
                     */
                    ShutdownSandboxRequest.prototype.sandboxId = "";

                    /**
                     * Encodes the specified ShutdownSandboxRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.ShutdownSandboxRequest.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.ShutdownSandboxRequest
                     * @static
                     * @param {containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Properties} message ShutdownSandboxRequest message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    ShutdownSandboxRequest.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.sandboxId != null && $Object.hasOwnProperty.call(message, "sandboxId") && message.sandboxId !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.sandboxId);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a ShutdownSandboxRequest message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.ShutdownSandboxRequest
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.ShutdownSandboxRequest & containerd.runtime.sandbox.v1.ShutdownSandboxRequest.$Shape} ShutdownSandboxRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    ShutdownSandboxRequest.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.ShutdownSandboxRequest();
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
                                        message.sandboxId = value;
                                    else
                                        delete message.sandboxId;
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

                    return ShutdownSandboxRequest;
                })();

                v1.ShutdownSandboxResponse = (function() {

                    /**
                     * Properties of a ShutdownSandboxResponse.
                     * @typedef {Object} containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Properties
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a ShutdownSandboxResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface IShutdownSandboxResponse
                     * @augments containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Properties instead.
                     */

                    /**
                     * Shape of a ShutdownSandboxResponse.
                     * @typedef {containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Properties} containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Shape
                     */

                    /**
                     * Constructs a new ShutdownSandboxResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a ShutdownSandboxResponse.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const ShutdownSandboxResponse = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Encodes the specified ShutdownSandboxResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.ShutdownSandboxResponse.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.ShutdownSandboxResponse
                     * @static
                     * @param {containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Properties} message ShutdownSandboxResponse message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    ShutdownSandboxResponse.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a ShutdownSandboxResponse message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.ShutdownSandboxResponse
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.ShutdownSandboxResponse & containerd.runtime.sandbox.v1.ShutdownSandboxResponse.$Shape} ShutdownSandboxResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    ShutdownSandboxResponse.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.ShutdownSandboxResponse();
                        while (reader.pos < end) {
                            let start = reader.pos;
                            let tag = reader.tag();
                            if (tag === _end) {
                                _end = $undefined;
                                break;
                            }
                            reader.skipType(tag & 7, _depth, tag);
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

                    return ShutdownSandboxResponse;
                })();

                v1.SandboxMetricsRequest = (function() {

                    /**
                     * Properties of a SandboxMetricsRequest.
                     * @typedef {Object} containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Properties
                     * @property {string|null} [sandboxId] SandboxMetricsRequest sandboxId
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a SandboxMetricsRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface ISandboxMetricsRequest
                     * @augments containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Properties instead.
                     */

                    /**
                     * Shape of a SandboxMetricsRequest.
                     * @typedef {containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Properties} containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Shape
                     */

                    /**
                     * Constructs a new SandboxMetricsRequest.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a SandboxMetricsRequest.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const SandboxMetricsRequest = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * SandboxMetricsRequest sandboxId.
                     * @member {string} sandboxId
                     * @memberof containerd.runtime.sandbox.v1.SandboxMetricsRequest
                     * @instance
                     */
                    SandboxMetricsRequest.prototype.sandboxId = "";

                    /**
                     * Encodes the specified SandboxMetricsRequest message. Does not implicitly {@link containerd.runtime.sandbox.v1.SandboxMetricsRequest.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.SandboxMetricsRequest
                     * @static
                     * @param {containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Properties} message SandboxMetricsRequest message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    SandboxMetricsRequest.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.sandboxId != null && $Object.hasOwnProperty.call(message, "sandboxId") && message.sandboxId !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.sandboxId);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a SandboxMetricsRequest message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.SandboxMetricsRequest
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.SandboxMetricsRequest & containerd.runtime.sandbox.v1.SandboxMetricsRequest.$Shape} SandboxMetricsRequest
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    SandboxMetricsRequest.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.SandboxMetricsRequest();
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
                                        message.sandboxId = value;
                                    else
                                        delete message.sandboxId;
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

                    return SandboxMetricsRequest;
                })();

                v1.SandboxMetricsResponse = (function() {

                    /**
                     * Properties of a SandboxMetricsResponse.
                     * @typedef {Object} containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Properties
                     * @property {containerd.types.Metric.$Properties|null} [metrics] SandboxMetricsResponse metrics
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a SandboxMetricsResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @interface ISandboxMetricsResponse
                     * @augments containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Properties
                     * @deprecated Use containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Properties instead.
                     */

                    /**
                     * Shape of a SandboxMetricsResponse.
                     * @typedef {containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Properties} containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Shape
                     */

                    /**
                     * Constructs a new SandboxMetricsResponse.
                     * @memberof containerd.runtime.sandbox.v1
                     * @classdesc Represents a SandboxMetricsResponse.
                     * @constructor
                     * @param {containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const SandboxMetricsResponse = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * SandboxMetricsResponse metrics.
                     * @member {containerd.types.Metric.$Properties|null|undefined} metrics
                     * @memberof containerd.runtime.sandbox.v1.SandboxMetricsResponse
                     * @instance
                     */
                    SandboxMetricsResponse.prototype.metrics = null;

                    /**
                     * Encodes the specified SandboxMetricsResponse message. Does not implicitly {@link containerd.runtime.sandbox.v1.SandboxMetricsResponse.verify|verify} messages.
                     * @function encode
                     * @memberof containerd.runtime.sandbox.v1.SandboxMetricsResponse
                     * @static
                     * @param {containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Properties} message SandboxMetricsResponse message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    SandboxMetricsResponse.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.metrics != null && $Object.hasOwnProperty.call(message, "metrics"))
                            $root.containerd.types.Metric.encode(message.metrics, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a SandboxMetricsResponse message from the specified reader or buffer.
                     * @function decode
                     * @memberof containerd.runtime.sandbox.v1.SandboxMetricsResponse
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {containerd.runtime.sandbox.v1.SandboxMetricsResponse & containerd.runtime.sandbox.v1.SandboxMetricsResponse.$Shape} SandboxMetricsResponse
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    SandboxMetricsResponse.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.containerd.runtime.sandbox.v1.SandboxMetricsResponse();
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
                                    message.metrics = $root.containerd.types.Metric.decode(reader, reader.size(), $undefined, _depth + 1, message.metrics);
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

                    return SandboxMetricsResponse;
                })();

                return v1;
            })();

            return sandbox;
        })();

        return runtime;
    })();

    containerd.types = (function() {

        /**
         * Namespace types.
         * @memberof containerd
         * @namespace
         */
        const types = {};

        types.Metric = (function() {

            /**
             * Properties of a Metric.
             * @typedef {Object} containerd.types.Metric.$Properties
             * @property {google.protobuf.Timestamp.$Properties|null} [timestamp] Metric timestamp
             * @property {string|null} [id] Metric id
             * @property {google.protobuf.Any.$Properties|null} [data] Metric data
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Metric.
             * @memberof containerd.types
             * @interface IMetric
             * @augments containerd.types.Metric.$Properties
             * @deprecated Use containerd.types.Metric.$Properties instead.
             */

            /**
             * Shape of a Metric.
             * @typedef {containerd.types.Metric.$Properties} containerd.types.Metric.$Shape
             */

            /**
             * Constructs a new Metric.
             * @memberof containerd.types
             * @classdesc Represents a Metric.
             * @constructor
             * @param {containerd.types.Metric.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Metric = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Metric timestamp.
             * @member {google.protobuf.Timestamp.$Properties|null|undefined} timestamp
             * @memberof containerd.types.Metric
             * @instance
             */
            Metric.prototype.timestamp = null;

            /**
             * Metric id.
             * @member {string} id
             * @memberof containerd.types.Metric
             * @instance
             */
            Metric.prototype.id = "";

            /**
             * Metric data.
             * @member {google.protobuf.Any.$Properties|null|undefined} data
             * @memberof containerd.types.Metric
             * @instance
             */
            Metric.prototype.data = null;

            /**
             * Encodes the specified Metric message. Does not implicitly {@link containerd.types.Metric.verify|verify} messages.
             * @function encode
             * @memberof containerd.types.Metric
             * @static
             * @param {containerd.types.Metric.$Properties} message Metric message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Metric.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp"))
                    $root.google.protobuf.Timestamp.encode(message.timestamp, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                    $root.google.protobuf.Any.encode(message.data, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Metric message from the specified reader or buffer.
             * @function decode
             * @memberof containerd.types.Metric
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {containerd.types.Metric & containerd.types.Metric.$Shape} Metric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Metric.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.containerd.types.Metric();
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
                            message.timestamp = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.timestamp);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.data = $root.google.protobuf.Any.decode(reader, reader.size(), $undefined, _depth + 1, message.data);
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

            return Metric;
        })();

        types.Mount = (function() {

            /**
             * Properties of a Mount.
             * @typedef {Object} containerd.types.Mount.$Properties
             * @property {string|null} [type] Mount type
             * @property {string|null} [source] Mount source
             * @property {string|null} [target] Mount target
             * @property {Array.<string>|null} [options] Mount options
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Mount.
             * @memberof containerd.types
             * @interface IMount
             * @augments containerd.types.Mount.$Properties
             * @deprecated Use containerd.types.Mount.$Properties instead.
             */

            /**
             * Shape of a Mount.
             * @typedef {containerd.types.Mount.$Properties} containerd.types.Mount.$Shape
             */

            /**
             * Constructs a new Mount.
             * @memberof containerd.types
             * @classdesc Represents a Mount.
             * @constructor
             * @param {containerd.types.Mount.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Mount = function (properties) {
                this.options = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Mount type.
             * @member {string} type
             * @memberof containerd.types.Mount
             * @instance
             */
            Mount.prototype.type = "";

            /**
             * Mount source.
             * @member {string} source
             * @memberof containerd.types.Mount
             * @instance
             */
            Mount.prototype.source = "";

            /**
             * Mount target.
             * @member {string} target
             * @memberof containerd.types.Mount
             * @instance
             */
            Mount.prototype.target = "";

            /**
             * Mount options.
             * @member {Array.<string>} options
             * @memberof containerd.types.Mount
             * @instance
             */
            Mount.prototype.options = $util.emptyArray;

            /**
             * Encodes the specified Mount message. Does not implicitly {@link containerd.types.Mount.verify|verify} messages.
             * @function encode
             * @memberof containerd.types.Mount
             * @static
             * @param {containerd.types.Mount.$Properties} message Mount message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Mount.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.type);
                if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.source);
                if (message.target != null && $Object.hasOwnProperty.call(message, "target") && message.target !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.target);
                if (message.options != null && message.options.length)
                    for (let i = 0; i < message.options.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.options[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Mount message from the specified reader or buffer.
             * @function decode
             * @memberof containerd.types.Mount
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {containerd.types.Mount & containerd.types.Mount.$Shape} Mount
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Mount.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.containerd.types.Mount();
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
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.source = value;
                            else
                                delete message.source;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.target = value;
                            else
                                delete message.target;
                            continue;
                        }
                    case 4: {
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

            return Mount;
        })();

        types.Platform = (function() {

            /**
             * Properties of a Platform.
             * @typedef {Object} containerd.types.Platform.$Properties
             * @property {string|null} [os] Platform os
             * @property {string|null} [architecture] Platform architecture
             * @property {string|null} [variant] Platform variant
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Platform.
             * @memberof containerd.types
             * @interface IPlatform
             * @augments containerd.types.Platform.$Properties
             * @deprecated Use containerd.types.Platform.$Properties instead.
             */

            /**
             * Shape of a Platform.
             * @typedef {containerd.types.Platform.$Properties} containerd.types.Platform.$Shape
             */

            /**
             * Constructs a new Platform.
             * @memberof containerd.types
             * @classdesc Represents a Platform.
             * @constructor
             * @param {containerd.types.Platform.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Platform = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Platform os.
             * @member {string} os
             * @memberof containerd.types.Platform
             * @instance
             */
            Platform.prototype.os = "";

            /**
             * Platform architecture.
             * @member {string} architecture
             * @memberof containerd.types.Platform
             * @instance
             */
            Platform.prototype.architecture = "";

            /**
             * Platform variant.
             * @member {string} variant
             * @memberof containerd.types.Platform
             * @instance
             */
            Platform.prototype.variant = "";

            /**
             * Encodes the specified Platform message. Does not implicitly {@link containerd.types.Platform.verify|verify} messages.
             * @function encode
             * @memberof containerd.types.Platform
             * @static
             * @param {containerd.types.Platform.$Properties} message Platform message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Platform.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.os != null && $Object.hasOwnProperty.call(message, "os") && message.os !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.os);
                if (message.architecture != null && $Object.hasOwnProperty.call(message, "architecture") && message.architecture !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.architecture);
                if (message.variant != null && $Object.hasOwnProperty.call(message, "variant") && message.variant !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.variant);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Platform message from the specified reader or buffer.
             * @function decode
             * @memberof containerd.types.Platform
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {containerd.types.Platform & containerd.types.Platform.$Shape} Platform
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Platform.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.containerd.types.Platform();
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
                                message.os = value;
                            else
                                delete message.os;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.architecture = value;
                            else
                                delete message.architecture;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.variant = value;
                            else
                                delete message.variant;
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

            return Platform;
        })();

        return types;
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

        protobuf.Timestamp = (function() {

            /**
             * Properties of a Timestamp.
             * @typedef {Object} google.protobuf.Timestamp.$Properties
             * @property {number|null} [seconds] Timestamp seconds
             * @property {number|null} [nanos] Timestamp nanos
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Timestamp.
             * @memberof google.protobuf
             * @interface ITimestamp
             * @augments google.protobuf.Timestamp.$Properties
             * @deprecated Use google.protobuf.Timestamp.$Properties instead.
             */

            /**
             * Shape of a Timestamp.
             * @typedef {google.protobuf.Timestamp.$Properties} google.protobuf.Timestamp.$Shape
             */

            /**
             * Constructs a new Timestamp.
             * @memberof google.protobuf
             * @classdesc Represents a Timestamp.
             * @constructor
             * @param {google.protobuf.Timestamp.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Timestamp = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Timestamp seconds.
             * @member {number} seconds
             * @memberof google.protobuf.Timestamp
             * @instance
             */
            Timestamp.prototype.seconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Timestamp nanos.
             * @member {number} nanos
             * @memberof google.protobuf.Timestamp
             * @instance
             */
            Timestamp.prototype.nanos = 0;

            /**
             * Encodes the specified Timestamp message. Does not implicitly {@link google.protobuf.Timestamp.verify|verify} messages.
             * @function encode
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {google.protobuf.Timestamp.$Properties} message Timestamp message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Timestamp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds") && (typeof message.seconds === "object" ? message.seconds.low || message.seconds.high : message.seconds !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).int64(message.seconds);
                if (message.nanos != null && $Object.hasOwnProperty.call(message, "nanos") && message.nanos !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.nanos);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Timestamp message from the specified reader or buffer.
             * @function decode
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Timestamp.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.google.protobuf.Timestamp();
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
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.seconds = value;
                            else
                                delete message.seconds;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.nanos = value;
                            else
                                delete message.nanos;
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

            return Timestamp;
        })();

        return protobuf;
    })();

    return google;
})();

export {
  $root as default
};
