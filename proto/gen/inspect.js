/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["runts-inspect"] || ($protobuf.roots["runts-inspect"] = {});

export const runts = $root.runts = (() => {

    /**
     * Namespace runts.
     * @exports runts
     * @namespace
     */
    const runts = {};

    runts.shim = (function() {

        /**
         * Namespace shim.
         * @memberof runts
         * @namespace
         */
        const shim = {};

        shim.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof runts.shim
             * @namespace
             */
            const v1 = {};

            v1.InspectRequest = (function() {

                /**
                 * Properties of an InspectRequest.
                 * @typedef {Object} runts.shim.v1.InspectRequest.$Properties
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an InspectRequest.
                 * @memberof runts.shim.v1
                 * @interface IInspectRequest
                 * @augments runts.shim.v1.InspectRequest.$Properties
                 * @deprecated Use runts.shim.v1.InspectRequest.$Properties instead.
                 */

                /**
                 * Shape of an InspectRequest.
                 * @typedef {runts.shim.v1.InspectRequest.$Properties} runts.shim.v1.InspectRequest.$Shape
                 */

                /**
                 * Constructs a new InspectRequest.
                 * @memberof runts.shim.v1
                 * @classdesc Represents an InspectRequest.
                 * @constructor
                 * @param {runts.shim.v1.InspectRequest.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const InspectRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Encodes the specified InspectRequest message. Does not implicitly {@link runts.shim.v1.InspectRequest.verify|verify} messages.
                 * @function encode
                 * @memberof runts.shim.v1.InspectRequest
                 * @static
                 * @param {runts.shim.v1.InspectRequest.$Properties} message InspectRequest message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                InspectRequest.encode = function (message, writer, _depth) {
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
                 * Decodes an InspectRequest message from the specified reader or buffer.
                 * @function decode
                 * @memberof runts.shim.v1.InspectRequest
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {runts.shim.v1.InspectRequest & runts.shim.v1.InspectRequest.$Shape} InspectRequest
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                InspectRequest.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.runts.shim.v1.InspectRequest();
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

                return InspectRequest;
            })();

            v1.InspectResponse = (function() {

                /**
                 * Properties of an InspectResponse.
                 * @typedef {Object} runts.shim.v1.InspectResponse.$Properties
                 * @property {number|null} [pid] InspectResponse pid
                 * @property {string|null} [version] InspectResponse version
                 * @property {string|null} [revision] InspectResponse revision
                 * @property {string|null} [engine] InspectResponse engine
                 * @property {string|null} [namespace] InspectResponse namespace
                 * @property {string|null} [eventAddress] InspectResponse eventAddress
                 * @property {number|null} [connections] InspectResponse connections
                 * @property {number|null} [adopted] InspectResponse adopted
                 * @property {number|null} [queuedEvents] InspectResponse queuedEvents
                 * @property {number|null} [oldestEventAgeMs] InspectResponse oldestEventAgeMs
                 * @property {Array.<runts.shim.v1.Call.$Properties>|null} [calls] InspectResponse calls
                 * @property {Array.<runts.shim.v1.Container.$Properties>|null} [containers] InspectResponse containers
                 * @property {Array.<runts.shim.v1.Descriptor.$Properties>|null} [descriptors] InspectResponse descriptors
                 * @property {Array.<number>|null} [children] InspectResponse children
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an InspectResponse.
                 * @memberof runts.shim.v1
                 * @interface IInspectResponse
                 * @augments runts.shim.v1.InspectResponse.$Properties
                 * @deprecated Use runts.shim.v1.InspectResponse.$Properties instead.
                 */

                /**
                 * Shape of an InspectResponse.
                 * @typedef {runts.shim.v1.InspectResponse.$Properties} runts.shim.v1.InspectResponse.$Shape
                 */

                /**
                 * Constructs a new InspectResponse.
                 * @memberof runts.shim.v1
                 * @classdesc Represents an InspectResponse.
                 * @constructor
                 * @param {runts.shim.v1.InspectResponse.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const InspectResponse = function (properties) {
                    this.calls = [];
                    this.containers = [];
                    this.descriptors = [];
                    this.children = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * InspectResponse pid.
                 * @member {number} pid
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.pid = 0;

                /**
                 * InspectResponse version.
                 * @member {string} version
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.version = "";

                /**
                 * InspectResponse revision.
                 * @member {string} revision
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.revision = "";

                /**
                 * InspectResponse engine.
                 * @member {string} engine
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.engine = "";

                /**
                 * InspectResponse namespace.
                 * @member {string} namespace
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.namespace = "";

                /**
                 * InspectResponse eventAddress.
                 * @member {string} eventAddress
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.eventAddress = "";

                /**
                 * InspectResponse connections.
                 * @member {number} connections
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.connections = 0;

                /**
                 * InspectResponse adopted.
                 * @member {number} adopted
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.adopted = 0;

                /**
                 * InspectResponse queuedEvents.
                 * @member {number} queuedEvents
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.queuedEvents = 0;

                /**
                 * InspectResponse oldestEventAgeMs.
                 * @member {number} oldestEventAgeMs
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.oldestEventAgeMs = 0;

                /**
                 * InspectResponse calls.
                 * @member {Array.<runts.shim.v1.Call.$Properties>} calls
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.calls = $util.emptyArray;

                /**
                 * InspectResponse containers.
                 * @member {Array.<runts.shim.v1.Container.$Properties>} containers
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.containers = $util.emptyArray;

                /**
                 * InspectResponse descriptors.
                 * @member {Array.<runts.shim.v1.Descriptor.$Properties>} descriptors
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.descriptors = $util.emptyArray;

                /**
                 * InspectResponse children.
                 * @member {Array.<number>} children
                 * @memberof runts.shim.v1.InspectResponse
                 * @instance
                 */
                InspectResponse.prototype.children = $util.emptyArray;

                /**
                 * Encodes the specified InspectResponse message. Does not implicitly {@link runts.shim.v1.InspectResponse.verify|verify} messages.
                 * @function encode
                 * @memberof runts.shim.v1.InspectResponse
                 * @static
                 * @param {runts.shim.v1.InspectResponse.$Properties} message InspectResponse message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                InspectResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.pid != null && $Object.hasOwnProperty.call(message, "pid") && message.pid !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pid);
                    if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.version);
                    if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && message.revision !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.revision);
                    if (message.engine != null && $Object.hasOwnProperty.call(message, "engine") && message.engine !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.engine);
                    if (message.namespace != null && $Object.hasOwnProperty.call(message, "namespace") && message.namespace !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.namespace);
                    if (message.eventAddress != null && $Object.hasOwnProperty.call(message, "eventAddress") && message.eventAddress !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.eventAddress);
                    if (message.connections != null && $Object.hasOwnProperty.call(message, "connections") && message.connections !== 0)
                        writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.connections);
                    if (message.adopted != null && $Object.hasOwnProperty.call(message, "adopted") && message.adopted !== 0)
                        writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.adopted);
                    if (message.queuedEvents != null && $Object.hasOwnProperty.call(message, "queuedEvents") && message.queuedEvents !== 0)
                        writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.queuedEvents);
                    if (message.oldestEventAgeMs != null && $Object.hasOwnProperty.call(message, "oldestEventAgeMs") && !$Object.is(message.oldestEventAgeMs, 0))
                        writer.uint32(/* id 10, wireType 1 =*/81).double(message.oldestEventAgeMs);
                    if (message.calls != null && message.calls.length)
                        for (let i = 0; i < message.calls.length; ++i)
                            $root.runts.shim.v1.Call.encode(message.calls[i], writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                    if (message.containers != null && message.containers.length)
                        for (let i = 0; i < message.containers.length; ++i)
                            $root.runts.shim.v1.Container.encode(message.containers[i], writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                    if (message.descriptors != null && message.descriptors.length)
                        for (let i = 0; i < message.descriptors.length; ++i)
                            $root.runts.shim.v1.Descriptor.encode(message.descriptors[i], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                    if (message.children != null && message.children.length)
                        writer.uint32(/* id 14, wireType 2 =*/114).uint32s(message.children);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an InspectResponse message from the specified reader or buffer.
                 * @function decode
                 * @memberof runts.shim.v1.InspectResponse
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {runts.shim.v1.InspectResponse & runts.shim.v1.InspectResponse.$Shape} InspectResponse
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                InspectResponse.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.runts.shim.v1.InspectResponse();
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
                                if ((value = reader.stringVerify()).length)
                                    message.version = value;
                                else
                                    delete message.version;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.revision = value;
                                else
                                    delete message.revision;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.engine = value;
                                else
                                    delete message.engine;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.namespace = value;
                                else
                                    delete message.namespace;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.eventAddress = value;
                                else
                                    delete message.eventAddress;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.connections = value;
                                else
                                    delete message.connections;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.adopted = value;
                                else
                                    delete message.adopted;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.queuedEvents = value;
                                else
                                    delete message.queuedEvents;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 1)
                                    break;
                                if (!$Object.is(value = reader.double(), 0))
                                    message.oldestEventAgeMs = value;
                                else
                                    delete message.oldestEventAgeMs;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.calls && message.calls.length))
                                    message.calls = [];
                                message.calls.push($root.runts.shim.v1.Call.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.containers && message.containers.length))
                                    message.containers = [];
                                message.containers.push($root.runts.shim.v1.Container.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 13: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.descriptors && message.descriptors.length))
                                    message.descriptors = [];
                                message.descriptors.push($root.runts.shim.v1.Descriptor.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 14: {
                                if (wireType === 2) {
                                    if (!(message.children && message.children.length))
                                        message.children = [];
                                    reader.uint32s(message.children);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.children && message.children.length))
                                    message.children = [];
                                message.children.push(reader.uint32());
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

                return InspectResponse;
            })();

            v1.Call = (function() {

                /**
                 * Properties of a Call.
                 * @typedef {Object} runts.shim.v1.Call.$Properties
                 * @property {string|null} [service] Call service
                 * @property {string|null} [method] Call method
                 * @property {string|null} [id] Call id
                 * @property {string|null} [execId] Call execId
                 * @property {number|null} [ageMs] Call ageMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Call.
                 * @memberof runts.shim.v1
                 * @interface ICall
                 * @augments runts.shim.v1.Call.$Properties
                 * @deprecated Use runts.shim.v1.Call.$Properties instead.
                 */

                /**
                 * Shape of a Call.
                 * @typedef {runts.shim.v1.Call.$Properties} runts.shim.v1.Call.$Shape
                 */

                /**
                 * Constructs a new Call.
                 * @memberof runts.shim.v1
                 * @classdesc Represents a Call.
                 * @constructor
                 * @param {runts.shim.v1.Call.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Call = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Call service.
                 * @member {string} service
                 * @memberof runts.shim.v1.Call
                 * @instance
                 */
                Call.prototype.service = "";

                /**
                 * Call method.
                 * @member {string} method
                 * @memberof runts.shim.v1.Call
                 * @instance
                 */
                Call.prototype.method = "";

                /**
                 * Call id.
                 * @member {string} id
                 * @memberof runts.shim.v1.Call
                 * @instance
                 */
                Call.prototype.id = "";

                /**
                 * Call execId.
                 * @member {string} execId
                 * @memberof runts.shim.v1.Call
                 * @instance
                 */
                Call.prototype.execId = "";

                /**
                 * Call ageMs.
                 * @member {number} ageMs
                 * @memberof runts.shim.v1.Call
                 * @instance
                 */
                Call.prototype.ageMs = 0;

                /**
                 * Encodes the specified Call message. Does not implicitly {@link runts.shim.v1.Call.verify|verify} messages.
                 * @function encode
                 * @memberof runts.shim.v1.Call
                 * @static
                 * @param {runts.shim.v1.Call.$Properties} message Call message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Call.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service") && message.service !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.service);
                    if (message.method != null && $Object.hasOwnProperty.call(message, "method") && message.method !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.method);
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.id);
                    if (message.execId != null && $Object.hasOwnProperty.call(message, "execId") && message.execId !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.execId);
                    if (message.ageMs != null && $Object.hasOwnProperty.call(message, "ageMs") && !$Object.is(message.ageMs, 0))
                        writer.uint32(/* id 5, wireType 1 =*/41).double(message.ageMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Call message from the specified reader or buffer.
                 * @function decode
                 * @memberof runts.shim.v1.Call
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {runts.shim.v1.Call & runts.shim.v1.Call.$Shape} Call
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Call.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.runts.shim.v1.Call();
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
                                    message.service = value;
                                else
                                    delete message.service;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.method = value;
                                else
                                    delete message.method;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.id = value;
                                else
                                    delete message.id;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.execId = value;
                                else
                                    delete message.execId;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 1)
                                    break;
                                if (!$Object.is(value = reader.double(), 0))
                                    message.ageMs = value;
                                else
                                    delete message.ageMs;
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

                return Call;
            })();

            v1.Container = (function() {

                /**
                 * Properties of a Container.
                 * @typedef {Object} runts.shim.v1.Container.$Properties
                 * @property {string|null} [id] Container id
                 * @property {string|null} [bundle] Container bundle
                 * @property {runts.shim.v1.Process.$Properties|null} [init] Container init
                 * @property {Array.<runts.shim.v1.Process.$Properties>|null} [execs] Container execs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Container.
                 * @memberof runts.shim.v1
                 * @interface IContainer
                 * @augments runts.shim.v1.Container.$Properties
                 * @deprecated Use runts.shim.v1.Container.$Properties instead.
                 */

                /**
                 * Shape of a Container.
                 * @typedef {runts.shim.v1.Container.$Properties} runts.shim.v1.Container.$Shape
                 */

                /**
                 * Constructs a new Container.
                 * @memberof runts.shim.v1
                 * @classdesc Represents a Container.
                 * @constructor
                 * @param {runts.shim.v1.Container.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Container = function (properties) {
                    this.execs = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Container id.
                 * @member {string} id
                 * @memberof runts.shim.v1.Container
                 * @instance
                 */
                Container.prototype.id = "";

                /**
                 * Container bundle.
                 * @member {string} bundle
                 * @memberof runts.shim.v1.Container
                 * @instance
                 */
                Container.prototype.bundle = "";

                /**
                 * Container init.
                 * @member {runts.shim.v1.Process.$Properties|null|undefined} init
                 * @memberof runts.shim.v1.Container
                 * @instance
                 */
                Container.prototype.init = null;

                /**
                 * Container execs.
                 * @member {Array.<runts.shim.v1.Process.$Properties>} execs
                 * @memberof runts.shim.v1.Container
                 * @instance
                 */
                Container.prototype.execs = $util.emptyArray;

                /**
                 * Encodes the specified Container message. Does not implicitly {@link runts.shim.v1.Container.verify|verify} messages.
                 * @function encode
                 * @memberof runts.shim.v1.Container
                 * @static
                 * @param {runts.shim.v1.Container.$Properties} message Container message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Container.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
                    if (message.bundle != null && $Object.hasOwnProperty.call(message, "bundle") && message.bundle !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.bundle);
                    if (message.init != null && $Object.hasOwnProperty.call(message, "init"))
                        $root.runts.shim.v1.Process.encode(message.init, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                    if (message.execs != null && message.execs.length)
                        for (let i = 0; i < message.execs.length; ++i)
                            $root.runts.shim.v1.Process.encode(message.execs[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Container message from the specified reader or buffer.
                 * @function decode
                 * @memberof runts.shim.v1.Container
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {runts.shim.v1.Container & runts.shim.v1.Container.$Shape} Container
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Container.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.runts.shim.v1.Container();
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
                                    message.id = value;
                                else
                                    delete message.id;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.bundle = value;
                                else
                                    delete message.bundle;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.init = $root.runts.shim.v1.Process.decode(reader, reader.size(), $undefined, _depth + 1, message.init);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.execs && message.execs.length))
                                    message.execs = [];
                                message.execs.push($root.runts.shim.v1.Process.decode(reader, reader.size(), $undefined, _depth + 1));
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

                return Container;
            })();

            v1.Process = (function() {

                /**
                 * Properties of a Process.
                 * @typedef {Object} runts.shim.v1.Process.$Properties
                 * @property {string|null} [id] Process id
                 * @property {number|null} [pid] Process pid
                 * @property {string|null} [state] Process state
                 * @property {boolean|null} [terminal] Process terminal
                 * @property {string|null} [stdin] Process stdin
                 * @property {string|null} [stdout] Process stdout
                 * @property {string|null} [stderr] Process stderr
                 * @property {number|null} [exitStatus] Process exitStatus
                 * @property {number|null} [exitedAtMs] Process exitedAtMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Process.
                 * @memberof runts.shim.v1
                 * @interface IProcess
                 * @augments runts.shim.v1.Process.$Properties
                 * @deprecated Use runts.shim.v1.Process.$Properties instead.
                 */

                /**
                 * Shape of a Process.
                 * @typedef {runts.shim.v1.Process.$Properties} runts.shim.v1.Process.$Shape
                 */

                /**
                 * Constructs a new Process.
                 * @memberof runts.shim.v1
                 * @classdesc Represents a Process.
                 * @constructor
                 * @param {runts.shim.v1.Process.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Process = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Process id.
                 * @member {string} id
                 * @memberof runts.shim.v1.Process
                 * @instance
                 */
                Process.prototype.id = "";

                /**
                 * Process pid.
                 * @member {number} pid
                 * @memberof runts.shim.v1.Process
                 * @instance
                 */
                Process.prototype.pid = 0;

                /**
                 * Process state.
                 * @member {string} state
                 * @memberof runts.shim.v1.Process
                 * @instance
                 */
                Process.prototype.state = "";

                /**
                 * Process terminal.
                 * @member {boolean} terminal
                 * @memberof runts.shim.v1.Process
                 * @instance
                 */
                Process.prototype.terminal = false;

                /**
                 * Process stdin.
                 * @member {string} stdin
                 * @memberof runts.shim.v1.Process
                 * @instance
                 */
                Process.prototype.stdin = "";

                /**
                 * Process stdout.
                 * @member {string} stdout
                 * @memberof runts.shim.v1.Process
                 * @instance
                 */
                Process.prototype.stdout = "";

                /**
                 * Process stderr.
                 * @member {string} stderr
                 * @memberof runts.shim.v1.Process
                 * @instance
                 */
                Process.prototype.stderr = "";

                /**
                 * Process exitStatus.
                 * @member {number} exitStatus
                 * @memberof runts.shim.v1.Process
                 * @instance
                 */
                Process.prototype.exitStatus = 0;

                /**
                 * Process exitedAtMs.
                 * @member {number} exitedAtMs
                 * @memberof runts.shim.v1.Process
                 * @instance
                 */
                Process.prototype.exitedAtMs = 0;

                /**
                 * Encodes the specified Process message. Does not implicitly {@link runts.shim.v1.Process.verify|verify} messages.
                 * @function encode
                 * @memberof runts.shim.v1.Process
                 * @static
                 * @param {runts.shim.v1.Process.$Properties} message Process message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Process.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
                    if (message.pid != null && $Object.hasOwnProperty.call(message, "pid") && message.pid !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.pid);
                    if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.state);
                    if (message.terminal != null && $Object.hasOwnProperty.call(message, "terminal") && message.terminal !== false)
                        writer.uint32(/* id 4, wireType 0 =*/32).bool(message.terminal);
                    if (message.stdin != null && $Object.hasOwnProperty.call(message, "stdin") && message.stdin !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.stdin);
                    if (message.stdout != null && $Object.hasOwnProperty.call(message, "stdout") && message.stdout !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.stdout);
                    if (message.stderr != null && $Object.hasOwnProperty.call(message, "stderr") && message.stderr !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.stderr);
                    if (message.exitStatus != null && $Object.hasOwnProperty.call(message, "exitStatus") && message.exitStatus !== 0)
                        writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.exitStatus);
                    if (message.exitedAtMs != null && $Object.hasOwnProperty.call(message, "exitedAtMs") && !$Object.is(message.exitedAtMs, 0))
                        writer.uint32(/* id 9, wireType 1 =*/73).double(message.exitedAtMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Process message from the specified reader or buffer.
                 * @function decode
                 * @memberof runts.shim.v1.Process
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {runts.shim.v1.Process & runts.shim.v1.Process.$Shape} Process
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Process.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.runts.shim.v1.Process();
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
                                    message.id = value;
                                else
                                    delete message.id;
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
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.terminal = value;
                                else
                                    delete message.terminal;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.stdin = value;
                                else
                                    delete message.stdin;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.stdout = value;
                                else
                                    delete message.stdout;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.stderr = value;
                                else
                                    delete message.stderr;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.exitStatus = value;
                                else
                                    delete message.exitStatus;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 1)
                                    break;
                                if (!$Object.is(value = reader.double(), 0))
                                    message.exitedAtMs = value;
                                else
                                    delete message.exitedAtMs;
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

                return Process;
            })();

            v1.Descriptor = (function() {

                /**
                 * Properties of a Descriptor.
                 * @typedef {Object} runts.shim.v1.Descriptor.$Properties
                 * @property {number|null} [number] Descriptor number
                 * @property {string|null} [purpose] Descriptor purpose
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a Descriptor.
                 * @memberof runts.shim.v1
                 * @interface IDescriptor
                 * @augments runts.shim.v1.Descriptor.$Properties
                 * @deprecated Use runts.shim.v1.Descriptor.$Properties instead.
                 */

                /**
                 * Shape of a Descriptor.
                 * @typedef {runts.shim.v1.Descriptor.$Properties} runts.shim.v1.Descriptor.$Shape
                 */

                /**
                 * Constructs a new Descriptor.
                 * @memberof runts.shim.v1
                 * @classdesc Represents a Descriptor.
                 * @constructor
                 * @param {runts.shim.v1.Descriptor.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Descriptor = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Descriptor number.
                 * @member {number} number
                 * @memberof runts.shim.v1.Descriptor
                 * @instance
                 */
                Descriptor.prototype.number = 0;

                /**
                 * Descriptor purpose.
                 * @member {string} purpose
                 * @memberof runts.shim.v1.Descriptor
                 * @instance
                 */
                Descriptor.prototype.purpose = "";

                /**
                 * Encodes the specified Descriptor message. Does not implicitly {@link runts.shim.v1.Descriptor.verify|verify} messages.
                 * @function encode
                 * @memberof runts.shim.v1.Descriptor
                 * @static
                 * @param {runts.shim.v1.Descriptor.$Properties} message Descriptor message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Descriptor.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.number != null && $Object.hasOwnProperty.call(message, "number") && message.number !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.number);
                    if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose") && message.purpose !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.purpose);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a Descriptor message from the specified reader or buffer.
                 * @function decode
                 * @memberof runts.shim.v1.Descriptor
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {runts.shim.v1.Descriptor & runts.shim.v1.Descriptor.$Shape} Descriptor
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Descriptor.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.runts.shim.v1.Descriptor();
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
                                    message.number = value;
                                else
                                    delete message.number;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.purpose = value;
                                else
                                    delete message.purpose;
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

                return Descriptor;
            })();

            return v1;
        })();

        return shim;
    })();

    return runts;
})();

export {
  $root as default
};
