/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["runts-cgroups-v2"] || ($protobuf.roots["runts-cgroups-v2"] = {});

export const io = $root.io = (() => {

    /**
     * Namespace io.
     * @exports io
     * @namespace
     */
    const io = {};

    io.containerd = (function() {

        /**
         * Namespace containerd.
         * @memberof io
         * @namespace
         */
        const containerd = {};

        containerd.cgroups = (function() {

            /**
             * Namespace cgroups.
             * @memberof io.containerd
             * @namespace
             */
            const cgroups = {};

            cgroups.v2 = (function() {

                /**
                 * Namespace v2.
                 * @memberof io.containerd.cgroups
                 * @namespace
                 */
                const v2 = {};

                v2.Metrics = (function() {

                    /**
                     * Properties of a Metrics.
                     * @typedef {Object} io.containerd.cgroups.v2.Metrics.$Properties
                     * @property {io.containerd.cgroups.v2.PidsStat.$Properties|null} [pids] Metrics pids
                     * @property {io.containerd.cgroups.v2.CPUStat.$Properties|null} [cpu] Metrics cpu
                     * @property {io.containerd.cgroups.v2.MemoryStat.$Properties|null} [memory] Metrics memory
                     * @property {io.containerd.cgroups.v2.RdmaStat.$Properties|null} [rdma] Metrics rdma
                     * @property {io.containerd.cgroups.v2.IOStat.$Properties|null} [io] Metrics io
                     * @property {Array.<io.containerd.cgroups.v2.HugeTlbStat.$Properties>|null} [hugetlb] Metrics hugetlb
                     * @property {io.containerd.cgroups.v2.MemoryEvents.$Properties|null} [memoryEvents] Metrics memoryEvents
                     * @property {Array.<io.containerd.cgroups.v2.NetworkStat.$Properties>|null} [network] Metrics network
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Metrics.
                     * @memberof io.containerd.cgroups.v2
                     * @interface IMetrics
                     * @augments io.containerd.cgroups.v2.Metrics.$Properties
                     * @deprecated Use io.containerd.cgroups.v2.Metrics.$Properties instead.
                     */

                    /**
                     * Shape of a Metrics.
                     * @typedef {io.containerd.cgroups.v2.Metrics.$Properties} io.containerd.cgroups.v2.Metrics.$Shape
                     */

                    /**
                     * Constructs a new Metrics.
                     * @memberof io.containerd.cgroups.v2
                     * @classdesc Represents a Metrics.
                     * @constructor
                     * @param {io.containerd.cgroups.v2.Metrics.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Metrics = function (properties) {
                        this.hugetlb = [];
                        this.network = [];
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Metrics pids.
                     * @member {io.containerd.cgroups.v2.PidsStat.$Properties|null|undefined} pids
                     * @memberof io.containerd.cgroups.v2.Metrics
                     * @instance
                     */
                    Metrics.prototype.pids = null;

                    /**
                     * Metrics cpu.
                     * @member {io.containerd.cgroups.v2.CPUStat.$Properties|null|undefined} cpu
                     * @memberof io.containerd.cgroups.v2.Metrics
                     * @instance
                     */
                    Metrics.prototype.cpu = null;

                    /**
                     * Metrics memory.
                     * @member {io.containerd.cgroups.v2.MemoryStat.$Properties|null|undefined} memory
                     * @memberof io.containerd.cgroups.v2.Metrics
                     * @instance
                     */
                    Metrics.prototype.memory = null;

                    /**
                     * Metrics rdma.
                     * @member {io.containerd.cgroups.v2.RdmaStat.$Properties|null|undefined} rdma
                     * @memberof io.containerd.cgroups.v2.Metrics
                     * @instance
                     */
                    Metrics.prototype.rdma = null;

                    /**
                     * Metrics io.
                     * @member {io.containerd.cgroups.v2.IOStat.$Properties|null|undefined} io
                     * @memberof io.containerd.cgroups.v2.Metrics
                     * @instance
                     */
                    Metrics.prototype.io = null;

                    /**
                     * Metrics hugetlb.
                     * @member {Array.<io.containerd.cgroups.v2.HugeTlbStat.$Properties>} hugetlb
                     * @memberof io.containerd.cgroups.v2.Metrics
                     * @instance
                     */
                    Metrics.prototype.hugetlb = $util.emptyArray;

                    /**
                     * Metrics memoryEvents.
                     * @member {io.containerd.cgroups.v2.MemoryEvents.$Properties|null|undefined} memoryEvents
                     * @memberof io.containerd.cgroups.v2.Metrics
                     * @instance
                     */
                    Metrics.prototype.memoryEvents = null;

                    /**
                     * Metrics network.
                     * @member {Array.<io.containerd.cgroups.v2.NetworkStat.$Properties>} network
                     * @memberof io.containerd.cgroups.v2.Metrics
                     * @instance
                     */
                    Metrics.prototype.network = $util.emptyArray;

                    /**
                     * Encodes the specified Metrics message. Does not implicitly {@link io.containerd.cgroups.v2.Metrics.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v2.Metrics
                     * @static
                     * @param {io.containerd.cgroups.v2.Metrics.$Properties} message Metrics message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Metrics.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.pids != null && $Object.hasOwnProperty.call(message, "pids"))
                            $root.io.containerd.cgroups.v2.PidsStat.encode(message.pids, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                        if (message.cpu != null && $Object.hasOwnProperty.call(message, "cpu"))
                            $root.io.containerd.cgroups.v2.CPUStat.encode(message.cpu, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.memory != null && $Object.hasOwnProperty.call(message, "memory"))
                            $root.io.containerd.cgroups.v2.MemoryStat.encode(message.memory, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                        if (message.rdma != null && $Object.hasOwnProperty.call(message, "rdma"))
                            $root.io.containerd.cgroups.v2.RdmaStat.encode(message.rdma, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                        if (message.io != null && $Object.hasOwnProperty.call(message, "io"))
                            $root.io.containerd.cgroups.v2.IOStat.encode(message.io, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                        if (message.hugetlb != null && message.hugetlb.length)
                            for (let i = 0; i < message.hugetlb.length; ++i)
                                $root.io.containerd.cgroups.v2.HugeTlbStat.encode(message.hugetlb[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                        if (message.memoryEvents != null && $Object.hasOwnProperty.call(message, "memoryEvents"))
                            $root.io.containerd.cgroups.v2.MemoryEvents.encode(message.memoryEvents, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                        if (message.network != null && message.network.length)
                            for (let i = 0; i < message.network.length; ++i)
                                $root.io.containerd.cgroups.v2.NetworkStat.encode(message.network[i], writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Metrics message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v2.Metrics
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.Metrics & io.containerd.cgroups.v2.Metrics.$Shape} Metrics
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Metrics.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v2.Metrics();
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
                                    message.pids = $root.io.containerd.cgroups.v2.PidsStat.decode(reader, reader.size(), $undefined, _depth + 1, message.pids);
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.cpu = $root.io.containerd.cgroups.v2.CPUStat.decode(reader, reader.size(), $undefined, _depth + 1, message.cpu);
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 2)
                                        break;
                                    message.memory = $root.io.containerd.cgroups.v2.MemoryStat.decode(reader, reader.size(), $undefined, _depth + 1, message.memory);
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 2)
                                        break;
                                    message.rdma = $root.io.containerd.cgroups.v2.RdmaStat.decode(reader, reader.size(), $undefined, _depth + 1, message.rdma);
                                    continue;
                                }
                            case 6: {
                                    if (wireType !== 2)
                                        break;
                                    message.io = $root.io.containerd.cgroups.v2.IOStat.decode(reader, reader.size(), $undefined, _depth + 1, message.io);
                                    continue;
                                }
                            case 7: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.hugetlb && message.hugetlb.length))
                                        message.hugetlb = [];
                                    message.hugetlb.push($root.io.containerd.cgroups.v2.HugeTlbStat.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 8: {
                                    if (wireType !== 2)
                                        break;
                                    message.memoryEvents = $root.io.containerd.cgroups.v2.MemoryEvents.decode(reader, reader.size(), $undefined, _depth + 1, message.memoryEvents);
                                    continue;
                                }
                            case 9: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.network && message.network.length))
                                        message.network = [];
                                    message.network.push($root.io.containerd.cgroups.v2.NetworkStat.decode(reader, reader.size(), $undefined, _depth + 1));
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

                    return Metrics;
                })();

                v2.PSIData = (function() {

                    /**
                     * Properties of a PSIData.
                     * @typedef {Object} io.containerd.cgroups.v2.PSIData.$Properties
                     * @property {number|null} [avg10] PSIData avg10
                     * @property {number|null} [avg60] PSIData avg60
                     * @property {number|null} [avg300] PSIData avg300
                     * @property {number|null} [total] PSIData total
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a PSIData.
                     * @memberof io.containerd.cgroups.v2
                     * @interface IPSIData
                     * @augments io.containerd.cgroups.v2.PSIData.$Properties
                     * @deprecated Use io.containerd.cgroups.v2.PSIData.$Properties instead.
                     */

                    /**
                     * Shape of a PSIData.
                     * @typedef {io.containerd.cgroups.v2.PSIData.$Properties} io.containerd.cgroups.v2.PSIData.$Shape
                     */

                    /**
                     * Constructs a new PSIData.
                     * @memberof io.containerd.cgroups.v2
                     * @classdesc Represents a PSIData.
                     * @constructor
                     * @param {io.containerd.cgroups.v2.PSIData.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const PSIData = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * PSIData avg10.
                     * @member {number} avg10
                     * @memberof io.containerd.cgroups.v2.PSIData
                     * @instance
                     */
                    PSIData.prototype.avg10 = 0;

                    /**
                     * PSIData avg60.
                     * @member {number} avg60
                     * @memberof io.containerd.cgroups.v2.PSIData
                     * @instance
                     */
                    PSIData.prototype.avg60 = 0;

                    /**
                     * PSIData avg300.
                     * @member {number} avg300
                     * @memberof io.containerd.cgroups.v2.PSIData
                     * @instance
                     */
                    PSIData.prototype.avg300 = 0;

                    /**
                     * PSIData total.
                     * @member {number} total
                     * @memberof io.containerd.cgroups.v2.PSIData
                     * @instance
                     */
                    PSIData.prototype.total = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified PSIData message. Does not implicitly {@link io.containerd.cgroups.v2.PSIData.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v2.PSIData
                     * @static
                     * @param {io.containerd.cgroups.v2.PSIData.$Properties} message PSIData message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    PSIData.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.avg10 != null && $Object.hasOwnProperty.call(message, "avg10") && !$Object.is(message.avg10, 0))
                            writer.uint32(/* id 1, wireType 1 =*/9).double(message.avg10);
                        if (message.avg60 != null && $Object.hasOwnProperty.call(message, "avg60") && !$Object.is(message.avg60, 0))
                            writer.uint32(/* id 2, wireType 1 =*/17).double(message.avg60);
                        if (message.avg300 != null && $Object.hasOwnProperty.call(message, "avg300") && !$Object.is(message.avg300, 0))
                            writer.uint32(/* id 3, wireType 1 =*/25).double(message.avg300);
                        if (message.total != null && $Object.hasOwnProperty.call(message, "total") && (typeof message.total === "object" ? message.total.low || message.total.high : message.total !== 0))
                            writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.total);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a PSIData message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v2.PSIData
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.PSIData & io.containerd.cgroups.v2.PSIData.$Shape} PSIData
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    PSIData.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v2.PSIData();
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
                                    if (wireType !== 1)
                                        break;
                                    if (!$Object.is(value = reader.double(), 0))
                                        message.avg10 = value;
                                    else
                                        delete message.avg10;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 1)
                                        break;
                                    if (!$Object.is(value = reader.double(), 0))
                                        message.avg60 = value;
                                    else
                                        delete message.avg60;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 1)
                                        break;
                                    if (!$Object.is(value = reader.double(), 0))
                                        message.avg300 = value;
                                    else
                                        delete message.avg300;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.total = value;
                                    else
                                        delete message.total;
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

                    return PSIData;
                })();

                v2.PSIStats = (function() {

                    /**
                     * Properties of a PSIStats.
                     * @typedef {Object} io.containerd.cgroups.v2.PSIStats.$Properties
                     * @property {io.containerd.cgroups.v2.PSIData.$Properties|null} [some] PSIStats some
                     * @property {io.containerd.cgroups.v2.PSIData.$Properties|null} [full] PSIStats full
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a PSIStats.
                     * @memberof io.containerd.cgroups.v2
                     * @interface IPSIStats
                     * @augments io.containerd.cgroups.v2.PSIStats.$Properties
                     * @deprecated Use io.containerd.cgroups.v2.PSIStats.$Properties instead.
                     */

                    /**
                     * Shape of a PSIStats.
                     * @typedef {io.containerd.cgroups.v2.PSIStats.$Properties} io.containerd.cgroups.v2.PSIStats.$Shape
                     */

                    /**
                     * Constructs a new PSIStats.
                     * @memberof io.containerd.cgroups.v2
                     * @classdesc Represents a PSIStats.
                     * @constructor
                     * @param {io.containerd.cgroups.v2.PSIStats.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const PSIStats = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * PSIStats some.
                     * @member {io.containerd.cgroups.v2.PSIData.$Properties|null|undefined} some
                     * @memberof io.containerd.cgroups.v2.PSIStats
                     * @instance
                     */
                    PSIStats.prototype.some = null;

                    /**
                     * PSIStats full.
                     * @member {io.containerd.cgroups.v2.PSIData.$Properties|null|undefined} full
                     * @memberof io.containerd.cgroups.v2.PSIStats
                     * @instance
                     */
                    PSIStats.prototype.full = null;

                    /**
                     * Encodes the specified PSIStats message. Does not implicitly {@link io.containerd.cgroups.v2.PSIStats.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v2.PSIStats
                     * @static
                     * @param {io.containerd.cgroups.v2.PSIStats.$Properties} message PSIStats message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    PSIStats.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.some != null && $Object.hasOwnProperty.call(message, "some"))
                            $root.io.containerd.cgroups.v2.PSIData.encode(message.some, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                        if (message.full != null && $Object.hasOwnProperty.call(message, "full"))
                            $root.io.containerd.cgroups.v2.PSIData.encode(message.full, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a PSIStats message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v2.PSIStats
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.PSIStats & io.containerd.cgroups.v2.PSIStats.$Shape} PSIStats
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    PSIStats.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v2.PSIStats();
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
                                    message.some = $root.io.containerd.cgroups.v2.PSIData.decode(reader, reader.size(), $undefined, _depth + 1, message.some);
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.full = $root.io.containerd.cgroups.v2.PSIData.decode(reader, reader.size(), $undefined, _depth + 1, message.full);
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

                    return PSIStats;
                })();

                v2.PidsStat = (function() {

                    /**
                     * Properties of a PidsStat.
                     * @typedef {Object} io.containerd.cgroups.v2.PidsStat.$Properties
                     * @property {number|null} [current] PidsStat current
                     * @property {number|null} [limit] PidsStat limit
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a PidsStat.
                     * @memberof io.containerd.cgroups.v2
                     * @interface IPidsStat
                     * @augments io.containerd.cgroups.v2.PidsStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v2.PidsStat.$Properties instead.
                     */

                    /**
                     * Shape of a PidsStat.
                     * @typedef {io.containerd.cgroups.v2.PidsStat.$Properties} io.containerd.cgroups.v2.PidsStat.$Shape
                     */

                    /**
                     * Constructs a new PidsStat.
                     * @memberof io.containerd.cgroups.v2
                     * @classdesc Represents a PidsStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v2.PidsStat.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const PidsStat = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * PidsStat current.
                     * @member {number} current
                     * @memberof io.containerd.cgroups.v2.PidsStat
                     * @instance
                     */
                    PidsStat.prototype.current = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * PidsStat limit.
                     * @member {number} limit
                     * @memberof io.containerd.cgroups.v2.PidsStat
                     * @instance
                     */
                    PidsStat.prototype.limit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified PidsStat message. Does not implicitly {@link io.containerd.cgroups.v2.PidsStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v2.PidsStat
                     * @static
                     * @param {io.containerd.cgroups.v2.PidsStat.$Properties} message PidsStat message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    PidsStat.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.current != null && $Object.hasOwnProperty.call(message, "current") && (typeof message.current === "object" ? message.current.low || message.current.high : message.current !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.current);
                        if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && (typeof message.limit === "object" ? message.limit.low || message.limit.high : message.limit !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.limit);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a PidsStat message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v2.PidsStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.PidsStat & io.containerd.cgroups.v2.PidsStat.$Shape} PidsStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    PidsStat.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v2.PidsStat();
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
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.current = value;
                                    else
                                        delete message.current;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.limit = value;
                                    else
                                        delete message.limit;
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

                    return PidsStat;
                })();

                v2.CPUStat = (function() {

                    /**
                     * Properties of a CPUStat.
                     * @typedef {Object} io.containerd.cgroups.v2.CPUStat.$Properties
                     * @property {number|null} [usageUsec] CPUStat usageUsec
                     * @property {number|null} [userUsec] CPUStat userUsec
                     * @property {number|null} [systemUsec] CPUStat systemUsec
                     * @property {number|null} [nrPeriods] CPUStat nrPeriods
                     * @property {number|null} [nrThrottled] CPUStat nrThrottled
                     * @property {number|null} [throttledUsec] CPUStat throttledUsec
                     * @property {io.containerd.cgroups.v2.PSIStats.$Properties|null} [psi] CPUStat psi
                     * @property {number|null} [nrBursts] CPUStat nrBursts
                     * @property {number|null} [burstUsec] CPUStat burstUsec
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a CPUStat.
                     * @memberof io.containerd.cgroups.v2
                     * @interface ICPUStat
                     * @augments io.containerd.cgroups.v2.CPUStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v2.CPUStat.$Properties instead.
                     */

                    /**
                     * Shape of a CPUStat.
                     * @typedef {io.containerd.cgroups.v2.CPUStat.$Properties} io.containerd.cgroups.v2.CPUStat.$Shape
                     */

                    /**
                     * Constructs a new CPUStat.
                     * @memberof io.containerd.cgroups.v2
                     * @classdesc Represents a CPUStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v2.CPUStat.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const CPUStat = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * CPUStat usageUsec.
                     * @member {number} usageUsec
                     * @memberof io.containerd.cgroups.v2.CPUStat
                     * @instance
                     */
                    CPUStat.prototype.usageUsec = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CPUStat userUsec.
                     * @member {number} userUsec
                     * @memberof io.containerd.cgroups.v2.CPUStat
                     * @instance
                     */
                    CPUStat.prototype.userUsec = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CPUStat systemUsec.
                     * @member {number} systemUsec
                     * @memberof io.containerd.cgroups.v2.CPUStat
                     * @instance
                     */
                    CPUStat.prototype.systemUsec = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CPUStat nrPeriods.
                     * @member {number} nrPeriods
                     * @memberof io.containerd.cgroups.v2.CPUStat
                     * @instance
                     */
                    CPUStat.prototype.nrPeriods = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CPUStat nrThrottled.
                     * @member {number} nrThrottled
                     * @memberof io.containerd.cgroups.v2.CPUStat
                     * @instance
                     */
                    CPUStat.prototype.nrThrottled = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CPUStat throttledUsec.
                     * @member {number} throttledUsec
                     * @memberof io.containerd.cgroups.v2.CPUStat
                     * @instance
                     */
                    CPUStat.prototype.throttledUsec = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CPUStat psi.
                     * @member {io.containerd.cgroups.v2.PSIStats.$Properties|null|undefined} psi
                     * @memberof io.containerd.cgroups.v2.CPUStat
                     * @instance
                     */
                    CPUStat.prototype.psi = null;

                    /**
                     * CPUStat nrBursts.
                     * @member {number} nrBursts
                     * @memberof io.containerd.cgroups.v2.CPUStat
                     * @instance
                     */
                    CPUStat.prototype.nrBursts = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CPUStat burstUsec.
                     * @member {number} burstUsec
                     * @memberof io.containerd.cgroups.v2.CPUStat
                     * @instance
                     */
                    CPUStat.prototype.burstUsec = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified CPUStat message. Does not implicitly {@link io.containerd.cgroups.v2.CPUStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v2.CPUStat
                     * @static
                     * @param {io.containerd.cgroups.v2.CPUStat.$Properties} message CPUStat message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    CPUStat.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.usageUsec != null && $Object.hasOwnProperty.call(message, "usageUsec") && (typeof message.usageUsec === "object" ? message.usageUsec.low || message.usageUsec.high : message.usageUsec !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.usageUsec);
                        if (message.userUsec != null && $Object.hasOwnProperty.call(message, "userUsec") && (typeof message.userUsec === "object" ? message.userUsec.low || message.userUsec.high : message.userUsec !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.userUsec);
                        if (message.systemUsec != null && $Object.hasOwnProperty.call(message, "systemUsec") && (typeof message.systemUsec === "object" ? message.systemUsec.low || message.systemUsec.high : message.systemUsec !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.systemUsec);
                        if (message.nrPeriods != null && $Object.hasOwnProperty.call(message, "nrPeriods") && (typeof message.nrPeriods === "object" ? message.nrPeriods.low || message.nrPeriods.high : message.nrPeriods !== 0))
                            writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.nrPeriods);
                        if (message.nrThrottled != null && $Object.hasOwnProperty.call(message, "nrThrottled") && (typeof message.nrThrottled === "object" ? message.nrThrottled.low || message.nrThrottled.high : message.nrThrottled !== 0))
                            writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.nrThrottled);
                        if (message.throttledUsec != null && $Object.hasOwnProperty.call(message, "throttledUsec") && (typeof message.throttledUsec === "object" ? message.throttledUsec.low || message.throttledUsec.high : message.throttledUsec !== 0))
                            writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.throttledUsec);
                        if (message.psi != null && $Object.hasOwnProperty.call(message, "psi"))
                            $root.io.containerd.cgroups.v2.PSIStats.encode(message.psi, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                        if (message.nrBursts != null && $Object.hasOwnProperty.call(message, "nrBursts") && (typeof message.nrBursts === "object" ? message.nrBursts.low || message.nrBursts.high : message.nrBursts !== 0))
                            writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.nrBursts);
                        if (message.burstUsec != null && $Object.hasOwnProperty.call(message, "burstUsec") && (typeof message.burstUsec === "object" ? message.burstUsec.low || message.burstUsec.high : message.burstUsec !== 0))
                            writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.burstUsec);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a CPUStat message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v2.CPUStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.CPUStat & io.containerd.cgroups.v2.CPUStat.$Shape} CPUStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    CPUStat.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v2.CPUStat();
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
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.usageUsec = value;
                                    else
                                        delete message.usageUsec;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.userUsec = value;
                                    else
                                        delete message.userUsec;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.systemUsec = value;
                                    else
                                        delete message.systemUsec;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.nrPeriods = value;
                                    else
                                        delete message.nrPeriods;
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.nrThrottled = value;
                                    else
                                        delete message.nrThrottled;
                                    continue;
                                }
                            case 6: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.throttledUsec = value;
                                    else
                                        delete message.throttledUsec;
                                    continue;
                                }
                            case 7: {
                                    if (wireType !== 2)
                                        break;
                                    message.psi = $root.io.containerd.cgroups.v2.PSIStats.decode(reader, reader.size(), $undefined, _depth + 1, message.psi);
                                    continue;
                                }
                            case 8: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.nrBursts = value;
                                    else
                                        delete message.nrBursts;
                                    continue;
                                }
                            case 9: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.burstUsec = value;
                                    else
                                        delete message.burstUsec;
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

                    return CPUStat;
                })();

                v2.MemoryStat = (function() {

                    /**
                     * Properties of a MemoryStat.
                     * @typedef {Object} io.containerd.cgroups.v2.MemoryStat.$Properties
                     * @property {number|null} [anon] MemoryStat anon
                     * @property {number|null} [file] MemoryStat file
                     * @property {number|null} [kernelStack] MemoryStat kernelStack
                     * @property {number|null} [slab] MemoryStat slab
                     * @property {number|null} [sock] MemoryStat sock
                     * @property {number|null} [shmem] MemoryStat shmem
                     * @property {number|null} [fileMapped] MemoryStat fileMapped
                     * @property {number|null} [fileDirty] MemoryStat fileDirty
                     * @property {number|null} [fileWriteback] MemoryStat fileWriteback
                     * @property {number|null} [anonThp] MemoryStat anonThp
                     * @property {number|null} [inactiveAnon] MemoryStat inactiveAnon
                     * @property {number|null} [activeAnon] MemoryStat activeAnon
                     * @property {number|null} [inactiveFile] MemoryStat inactiveFile
                     * @property {number|null} [activeFile] MemoryStat activeFile
                     * @property {number|null} [unevictable] MemoryStat unevictable
                     * @property {number|null} [slabReclaimable] MemoryStat slabReclaimable
                     * @property {number|null} [slabUnreclaimable] MemoryStat slabUnreclaimable
                     * @property {number|null} [pgfault] MemoryStat pgfault
                     * @property {number|null} [pgmajfault] MemoryStat pgmajfault
                     * @property {number|null} [workingsetRefault] MemoryStat workingsetRefault
                     * @property {number|null} [workingsetActivate] MemoryStat workingsetActivate
                     * @property {number|null} [workingsetNodereclaim] MemoryStat workingsetNodereclaim
                     * @property {number|null} [pgrefill] MemoryStat pgrefill
                     * @property {number|null} [pgscan] MemoryStat pgscan
                     * @property {number|null} [pgsteal] MemoryStat pgsteal
                     * @property {number|null} [pgactivate] MemoryStat pgactivate
                     * @property {number|null} [pgdeactivate] MemoryStat pgdeactivate
                     * @property {number|null} [pglazyfree] MemoryStat pglazyfree
                     * @property {number|null} [pglazyfreed] MemoryStat pglazyfreed
                     * @property {number|null} [thpFaultAlloc] MemoryStat thpFaultAlloc
                     * @property {number|null} [thpCollapseAlloc] MemoryStat thpCollapseAlloc
                     * @property {number|null} [usage] MemoryStat usage
                     * @property {number|null} [usageLimit] MemoryStat usageLimit
                     * @property {number|null} [swapUsage] MemoryStat swapUsage
                     * @property {number|null} [swapLimit] MemoryStat swapLimit
                     * @property {number|null} [maxUsage] MemoryStat maxUsage
                     * @property {number|null} [swapMaxUsage] MemoryStat swapMaxUsage
                     * @property {io.containerd.cgroups.v2.PSIStats.$Properties|null} [psi] MemoryStat psi
                     * @property {number|null} [workingsetRefaultAnon] MemoryStat workingsetRefaultAnon
                     * @property {number|null} [workingsetRefaultFile] MemoryStat workingsetRefaultFile
                     * @property {number|null} [workingsetActivateAnon] MemoryStat workingsetActivateAnon
                     * @property {number|null} [workingsetActivateFile] MemoryStat workingsetActivateFile
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a MemoryStat.
                     * @memberof io.containerd.cgroups.v2
                     * @interface IMemoryStat
                     * @augments io.containerd.cgroups.v2.MemoryStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v2.MemoryStat.$Properties instead.
                     */

                    /**
                     * Shape of a MemoryStat.
                     * @typedef {io.containerd.cgroups.v2.MemoryStat.$Properties} io.containerd.cgroups.v2.MemoryStat.$Shape
                     */

                    /**
                     * Constructs a new MemoryStat.
                     * @memberof io.containerd.cgroups.v2
                     * @classdesc Represents a MemoryStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v2.MemoryStat.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const MemoryStat = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * MemoryStat anon.
                     * @member {number} anon
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.anon = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat file.
                     * @member {number} file
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.file = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat kernelStack.
                     * @member {number} kernelStack
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.kernelStack = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat slab.
                     * @member {number} slab
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.slab = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat sock.
                     * @member {number} sock
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.sock = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat shmem.
                     * @member {number} shmem
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.shmem = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat fileMapped.
                     * @member {number} fileMapped
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.fileMapped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat fileDirty.
                     * @member {number} fileDirty
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.fileDirty = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat fileWriteback.
                     * @member {number} fileWriteback
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.fileWriteback = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat anonThp.
                     * @member {number} anonThp
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.anonThp = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat inactiveAnon.
                     * @member {number} inactiveAnon
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.inactiveAnon = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat activeAnon.
                     * @member {number} activeAnon
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.activeAnon = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat inactiveFile.
                     * @member {number} inactiveFile
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.inactiveFile = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat activeFile.
                     * @member {number} activeFile
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.activeFile = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat unevictable.
                     * @member {number} unevictable
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.unevictable = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat slabReclaimable.
                     * @member {number} slabReclaimable
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.slabReclaimable = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat slabUnreclaimable.
                     * @member {number} slabUnreclaimable
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.slabUnreclaimable = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat pgfault.
                     * @member {number} pgfault
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.pgfault = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat pgmajfault.
                     * @member {number} pgmajfault
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.pgmajfault = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat workingsetRefault.
                     * @member {number} workingsetRefault
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.workingsetRefault = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat workingsetActivate.
                     * @member {number} workingsetActivate
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.workingsetActivate = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat workingsetNodereclaim.
                     * @member {number} workingsetNodereclaim
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.workingsetNodereclaim = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat pgrefill.
                     * @member {number} pgrefill
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.pgrefill = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat pgscan.
                     * @member {number} pgscan
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.pgscan = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat pgsteal.
                     * @member {number} pgsteal
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.pgsteal = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat pgactivate.
                     * @member {number} pgactivate
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.pgactivate = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat pgdeactivate.
                     * @member {number} pgdeactivate
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.pgdeactivate = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat pglazyfree.
                     * @member {number} pglazyfree
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.pglazyfree = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat pglazyfreed.
                     * @member {number} pglazyfreed
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.pglazyfreed = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat thpFaultAlloc.
                     * @member {number} thpFaultAlloc
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.thpFaultAlloc = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat thpCollapseAlloc.
                     * @member {number} thpCollapseAlloc
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.thpCollapseAlloc = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat usage.
                     * @member {number} usage
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.usage = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat usageLimit.
                     * @member {number} usageLimit
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.usageLimit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat swapUsage.
                     * @member {number} swapUsage
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.swapUsage = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat swapLimit.
                     * @member {number} swapLimit
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.swapLimit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat maxUsage.
                     * @member {number} maxUsage
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.maxUsage = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat swapMaxUsage.
                     * @member {number} swapMaxUsage
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.swapMaxUsage = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat psi.
                     * @member {io.containerd.cgroups.v2.PSIStats.$Properties|null|undefined} psi
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.psi = null;

                    /**
                     * MemoryStat workingsetRefaultAnon.
                     * @member {number} workingsetRefaultAnon
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.workingsetRefaultAnon = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat workingsetRefaultFile.
                     * @member {number} workingsetRefaultFile
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.workingsetRefaultFile = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat workingsetActivateAnon.
                     * @member {number} workingsetActivateAnon
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.workingsetActivateAnon = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat workingsetActivateFile.
                     * @member {number} workingsetActivateFile
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.workingsetActivateFile = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified MemoryStat message. Does not implicitly {@link io.containerd.cgroups.v2.MemoryStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @static
                     * @param {io.containerd.cgroups.v2.MemoryStat.$Properties} message MemoryStat message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    MemoryStat.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.anon != null && $Object.hasOwnProperty.call(message, "anon") && (typeof message.anon === "object" ? message.anon.low || message.anon.high : message.anon !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.anon);
                        if (message.file != null && $Object.hasOwnProperty.call(message, "file") && (typeof message.file === "object" ? message.file.low || message.file.high : message.file !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.file);
                        if (message.kernelStack != null && $Object.hasOwnProperty.call(message, "kernelStack") && (typeof message.kernelStack === "object" ? message.kernelStack.low || message.kernelStack.high : message.kernelStack !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.kernelStack);
                        if (message.slab != null && $Object.hasOwnProperty.call(message, "slab") && (typeof message.slab === "object" ? message.slab.low || message.slab.high : message.slab !== 0))
                            writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.slab);
                        if (message.sock != null && $Object.hasOwnProperty.call(message, "sock") && (typeof message.sock === "object" ? message.sock.low || message.sock.high : message.sock !== 0))
                            writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.sock);
                        if (message.shmem != null && $Object.hasOwnProperty.call(message, "shmem") && (typeof message.shmem === "object" ? message.shmem.low || message.shmem.high : message.shmem !== 0))
                            writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.shmem);
                        if (message.fileMapped != null && $Object.hasOwnProperty.call(message, "fileMapped") && (typeof message.fileMapped === "object" ? message.fileMapped.low || message.fileMapped.high : message.fileMapped !== 0))
                            writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.fileMapped);
                        if (message.fileDirty != null && $Object.hasOwnProperty.call(message, "fileDirty") && (typeof message.fileDirty === "object" ? message.fileDirty.low || message.fileDirty.high : message.fileDirty !== 0))
                            writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.fileDirty);
                        if (message.fileWriteback != null && $Object.hasOwnProperty.call(message, "fileWriteback") && (typeof message.fileWriteback === "object" ? message.fileWriteback.low || message.fileWriteback.high : message.fileWriteback !== 0))
                            writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.fileWriteback);
                        if (message.anonThp != null && $Object.hasOwnProperty.call(message, "anonThp") && (typeof message.anonThp === "object" ? message.anonThp.low || message.anonThp.high : message.anonThp !== 0))
                            writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.anonThp);
                        if (message.inactiveAnon != null && $Object.hasOwnProperty.call(message, "inactiveAnon") && (typeof message.inactiveAnon === "object" ? message.inactiveAnon.low || message.inactiveAnon.high : message.inactiveAnon !== 0))
                            writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.inactiveAnon);
                        if (message.activeAnon != null && $Object.hasOwnProperty.call(message, "activeAnon") && (typeof message.activeAnon === "object" ? message.activeAnon.low || message.activeAnon.high : message.activeAnon !== 0))
                            writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.activeAnon);
                        if (message.inactiveFile != null && $Object.hasOwnProperty.call(message, "inactiveFile") && (typeof message.inactiveFile === "object" ? message.inactiveFile.low || message.inactiveFile.high : message.inactiveFile !== 0))
                            writer.uint32(/* id 13, wireType 0 =*/104).uint64(message.inactiveFile);
                        if (message.activeFile != null && $Object.hasOwnProperty.call(message, "activeFile") && (typeof message.activeFile === "object" ? message.activeFile.low || message.activeFile.high : message.activeFile !== 0))
                            writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.activeFile);
                        if (message.unevictable != null && $Object.hasOwnProperty.call(message, "unevictable") && (typeof message.unevictable === "object" ? message.unevictable.low || message.unevictable.high : message.unevictable !== 0))
                            writer.uint32(/* id 15, wireType 0 =*/120).uint64(message.unevictable);
                        if (message.slabReclaimable != null && $Object.hasOwnProperty.call(message, "slabReclaimable") && (typeof message.slabReclaimable === "object" ? message.slabReclaimable.low || message.slabReclaimable.high : message.slabReclaimable !== 0))
                            writer.uint32(/* id 16, wireType 0 =*/128).uint64(message.slabReclaimable);
                        if (message.slabUnreclaimable != null && $Object.hasOwnProperty.call(message, "slabUnreclaimable") && (typeof message.slabUnreclaimable === "object" ? message.slabUnreclaimable.low || message.slabUnreclaimable.high : message.slabUnreclaimable !== 0))
                            writer.uint32(/* id 17, wireType 0 =*/136).uint64(message.slabUnreclaimable);
                        if (message.pgfault != null && $Object.hasOwnProperty.call(message, "pgfault") && (typeof message.pgfault === "object" ? message.pgfault.low || message.pgfault.high : message.pgfault !== 0))
                            writer.uint32(/* id 18, wireType 0 =*/144).uint64(message.pgfault);
                        if (message.pgmajfault != null && $Object.hasOwnProperty.call(message, "pgmajfault") && (typeof message.pgmajfault === "object" ? message.pgmajfault.low || message.pgmajfault.high : message.pgmajfault !== 0))
                            writer.uint32(/* id 19, wireType 0 =*/152).uint64(message.pgmajfault);
                        if (message.workingsetRefault != null && $Object.hasOwnProperty.call(message, "workingsetRefault") && (typeof message.workingsetRefault === "object" ? message.workingsetRefault.low || message.workingsetRefault.high : message.workingsetRefault !== 0))
                            writer.uint32(/* id 20, wireType 0 =*/160).uint64(message.workingsetRefault);
                        if (message.workingsetActivate != null && $Object.hasOwnProperty.call(message, "workingsetActivate") && (typeof message.workingsetActivate === "object" ? message.workingsetActivate.low || message.workingsetActivate.high : message.workingsetActivate !== 0))
                            writer.uint32(/* id 21, wireType 0 =*/168).uint64(message.workingsetActivate);
                        if (message.workingsetNodereclaim != null && $Object.hasOwnProperty.call(message, "workingsetNodereclaim") && (typeof message.workingsetNodereclaim === "object" ? message.workingsetNodereclaim.low || message.workingsetNodereclaim.high : message.workingsetNodereclaim !== 0))
                            writer.uint32(/* id 22, wireType 0 =*/176).uint64(message.workingsetNodereclaim);
                        if (message.pgrefill != null && $Object.hasOwnProperty.call(message, "pgrefill") && (typeof message.pgrefill === "object" ? message.pgrefill.low || message.pgrefill.high : message.pgrefill !== 0))
                            writer.uint32(/* id 23, wireType 0 =*/184).uint64(message.pgrefill);
                        if (message.pgscan != null && $Object.hasOwnProperty.call(message, "pgscan") && (typeof message.pgscan === "object" ? message.pgscan.low || message.pgscan.high : message.pgscan !== 0))
                            writer.uint32(/* id 24, wireType 0 =*/192).uint64(message.pgscan);
                        if (message.pgsteal != null && $Object.hasOwnProperty.call(message, "pgsteal") && (typeof message.pgsteal === "object" ? message.pgsteal.low || message.pgsteal.high : message.pgsteal !== 0))
                            writer.uint32(/* id 25, wireType 0 =*/200).uint64(message.pgsteal);
                        if (message.pgactivate != null && $Object.hasOwnProperty.call(message, "pgactivate") && (typeof message.pgactivate === "object" ? message.pgactivate.low || message.pgactivate.high : message.pgactivate !== 0))
                            writer.uint32(/* id 26, wireType 0 =*/208).uint64(message.pgactivate);
                        if (message.pgdeactivate != null && $Object.hasOwnProperty.call(message, "pgdeactivate") && (typeof message.pgdeactivate === "object" ? message.pgdeactivate.low || message.pgdeactivate.high : message.pgdeactivate !== 0))
                            writer.uint32(/* id 27, wireType 0 =*/216).uint64(message.pgdeactivate);
                        if (message.pglazyfree != null && $Object.hasOwnProperty.call(message, "pglazyfree") && (typeof message.pglazyfree === "object" ? message.pglazyfree.low || message.pglazyfree.high : message.pglazyfree !== 0))
                            writer.uint32(/* id 28, wireType 0 =*/224).uint64(message.pglazyfree);
                        if (message.pglazyfreed != null && $Object.hasOwnProperty.call(message, "pglazyfreed") && (typeof message.pglazyfreed === "object" ? message.pglazyfreed.low || message.pglazyfreed.high : message.pglazyfreed !== 0))
                            writer.uint32(/* id 29, wireType 0 =*/232).uint64(message.pglazyfreed);
                        if (message.thpFaultAlloc != null && $Object.hasOwnProperty.call(message, "thpFaultAlloc") && (typeof message.thpFaultAlloc === "object" ? message.thpFaultAlloc.low || message.thpFaultAlloc.high : message.thpFaultAlloc !== 0))
                            writer.uint32(/* id 30, wireType 0 =*/240).uint64(message.thpFaultAlloc);
                        if (message.thpCollapseAlloc != null && $Object.hasOwnProperty.call(message, "thpCollapseAlloc") && (typeof message.thpCollapseAlloc === "object" ? message.thpCollapseAlloc.low || message.thpCollapseAlloc.high : message.thpCollapseAlloc !== 0))
                            writer.uint32(/* id 31, wireType 0 =*/248).uint64(message.thpCollapseAlloc);
                        if (message.usage != null && $Object.hasOwnProperty.call(message, "usage") && (typeof message.usage === "object" ? message.usage.low || message.usage.high : message.usage !== 0))
                            writer.uint32(/* id 32, wireType 0 =*/256).uint64(message.usage);
                        if (message.usageLimit != null && $Object.hasOwnProperty.call(message, "usageLimit") && (typeof message.usageLimit === "object" ? message.usageLimit.low || message.usageLimit.high : message.usageLimit !== 0))
                            writer.uint32(/* id 33, wireType 0 =*/264).uint64(message.usageLimit);
                        if (message.swapUsage != null && $Object.hasOwnProperty.call(message, "swapUsage") && (typeof message.swapUsage === "object" ? message.swapUsage.low || message.swapUsage.high : message.swapUsage !== 0))
                            writer.uint32(/* id 34, wireType 0 =*/272).uint64(message.swapUsage);
                        if (message.swapLimit != null && $Object.hasOwnProperty.call(message, "swapLimit") && (typeof message.swapLimit === "object" ? message.swapLimit.low || message.swapLimit.high : message.swapLimit !== 0))
                            writer.uint32(/* id 35, wireType 0 =*/280).uint64(message.swapLimit);
                        if (message.maxUsage != null && $Object.hasOwnProperty.call(message, "maxUsage") && (typeof message.maxUsage === "object" ? message.maxUsage.low || message.maxUsage.high : message.maxUsage !== 0))
                            writer.uint32(/* id 36, wireType 0 =*/288).uint64(message.maxUsage);
                        if (message.swapMaxUsage != null && $Object.hasOwnProperty.call(message, "swapMaxUsage") && (typeof message.swapMaxUsage === "object" ? message.swapMaxUsage.low || message.swapMaxUsage.high : message.swapMaxUsage !== 0))
                            writer.uint32(/* id 37, wireType 0 =*/296).uint64(message.swapMaxUsage);
                        if (message.psi != null && $Object.hasOwnProperty.call(message, "psi"))
                            $root.io.containerd.cgroups.v2.PSIStats.encode(message.psi, writer.uint32(/* id 38, wireType 2 =*/306).fork(), _depth + 1).ldelim();
                        if (message.workingsetRefaultAnon != null && $Object.hasOwnProperty.call(message, "workingsetRefaultAnon") && (typeof message.workingsetRefaultAnon === "object" ? message.workingsetRefaultAnon.low || message.workingsetRefaultAnon.high : message.workingsetRefaultAnon !== 0))
                            writer.uint32(/* id 39, wireType 0 =*/312).uint64(message.workingsetRefaultAnon);
                        if (message.workingsetRefaultFile != null && $Object.hasOwnProperty.call(message, "workingsetRefaultFile") && (typeof message.workingsetRefaultFile === "object" ? message.workingsetRefaultFile.low || message.workingsetRefaultFile.high : message.workingsetRefaultFile !== 0))
                            writer.uint32(/* id 40, wireType 0 =*/320).uint64(message.workingsetRefaultFile);
                        if (message.workingsetActivateAnon != null && $Object.hasOwnProperty.call(message, "workingsetActivateAnon") && (typeof message.workingsetActivateAnon === "object" ? message.workingsetActivateAnon.low || message.workingsetActivateAnon.high : message.workingsetActivateAnon !== 0))
                            writer.uint32(/* id 41, wireType 0 =*/328).uint64(message.workingsetActivateAnon);
                        if (message.workingsetActivateFile != null && $Object.hasOwnProperty.call(message, "workingsetActivateFile") && (typeof message.workingsetActivateFile === "object" ? message.workingsetActivateFile.low || message.workingsetActivateFile.high : message.workingsetActivateFile !== 0))
                            writer.uint32(/* id 42, wireType 0 =*/336).uint64(message.workingsetActivateFile);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a MemoryStat message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v2.MemoryStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.MemoryStat & io.containerd.cgroups.v2.MemoryStat.$Shape} MemoryStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    MemoryStat.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v2.MemoryStat();
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
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.anon = value;
                                    else
                                        delete message.anon;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.file = value;
                                    else
                                        delete message.file;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.kernelStack = value;
                                    else
                                        delete message.kernelStack;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.slab = value;
                                    else
                                        delete message.slab;
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.sock = value;
                                    else
                                        delete message.sock;
                                    continue;
                                }
                            case 6: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.shmem = value;
                                    else
                                        delete message.shmem;
                                    continue;
                                }
                            case 7: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.fileMapped = value;
                                    else
                                        delete message.fileMapped;
                                    continue;
                                }
                            case 8: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.fileDirty = value;
                                    else
                                        delete message.fileDirty;
                                    continue;
                                }
                            case 9: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.fileWriteback = value;
                                    else
                                        delete message.fileWriteback;
                                    continue;
                                }
                            case 10: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.anonThp = value;
                                    else
                                        delete message.anonThp;
                                    continue;
                                }
                            case 11: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.inactiveAnon = value;
                                    else
                                        delete message.inactiveAnon;
                                    continue;
                                }
                            case 12: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.activeAnon = value;
                                    else
                                        delete message.activeAnon;
                                    continue;
                                }
                            case 13: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.inactiveFile = value;
                                    else
                                        delete message.inactiveFile;
                                    continue;
                                }
                            case 14: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.activeFile = value;
                                    else
                                        delete message.activeFile;
                                    continue;
                                }
                            case 15: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.unevictable = value;
                                    else
                                        delete message.unevictable;
                                    continue;
                                }
                            case 16: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.slabReclaimable = value;
                                    else
                                        delete message.slabReclaimable;
                                    continue;
                                }
                            case 17: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.slabUnreclaimable = value;
                                    else
                                        delete message.slabUnreclaimable;
                                    continue;
                                }
                            case 18: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.pgfault = value;
                                    else
                                        delete message.pgfault;
                                    continue;
                                }
                            case 19: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.pgmajfault = value;
                                    else
                                        delete message.pgmajfault;
                                    continue;
                                }
                            case 20: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.workingsetRefault = value;
                                    else
                                        delete message.workingsetRefault;
                                    continue;
                                }
                            case 21: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.workingsetActivate = value;
                                    else
                                        delete message.workingsetActivate;
                                    continue;
                                }
                            case 22: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.workingsetNodereclaim = value;
                                    else
                                        delete message.workingsetNodereclaim;
                                    continue;
                                }
                            case 23: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.pgrefill = value;
                                    else
                                        delete message.pgrefill;
                                    continue;
                                }
                            case 24: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.pgscan = value;
                                    else
                                        delete message.pgscan;
                                    continue;
                                }
                            case 25: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.pgsteal = value;
                                    else
                                        delete message.pgsteal;
                                    continue;
                                }
                            case 26: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.pgactivate = value;
                                    else
                                        delete message.pgactivate;
                                    continue;
                                }
                            case 27: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.pgdeactivate = value;
                                    else
                                        delete message.pgdeactivate;
                                    continue;
                                }
                            case 28: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.pglazyfree = value;
                                    else
                                        delete message.pglazyfree;
                                    continue;
                                }
                            case 29: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.pglazyfreed = value;
                                    else
                                        delete message.pglazyfreed;
                                    continue;
                                }
                            case 30: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.thpFaultAlloc = value;
                                    else
                                        delete message.thpFaultAlloc;
                                    continue;
                                }
                            case 31: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.thpCollapseAlloc = value;
                                    else
                                        delete message.thpCollapseAlloc;
                                    continue;
                                }
                            case 32: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.usage = value;
                                    else
                                        delete message.usage;
                                    continue;
                                }
                            case 33: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.usageLimit = value;
                                    else
                                        delete message.usageLimit;
                                    continue;
                                }
                            case 34: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.swapUsage = value;
                                    else
                                        delete message.swapUsage;
                                    continue;
                                }
                            case 35: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.swapLimit = value;
                                    else
                                        delete message.swapLimit;
                                    continue;
                                }
                            case 36: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.maxUsage = value;
                                    else
                                        delete message.maxUsage;
                                    continue;
                                }
                            case 37: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.swapMaxUsage = value;
                                    else
                                        delete message.swapMaxUsage;
                                    continue;
                                }
                            case 38: {
                                    if (wireType !== 2)
                                        break;
                                    message.psi = $root.io.containerd.cgroups.v2.PSIStats.decode(reader, reader.size(), $undefined, _depth + 1, message.psi);
                                    continue;
                                }
                            case 39: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.workingsetRefaultAnon = value;
                                    else
                                        delete message.workingsetRefaultAnon;
                                    continue;
                                }
                            case 40: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.workingsetRefaultFile = value;
                                    else
                                        delete message.workingsetRefaultFile;
                                    continue;
                                }
                            case 41: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.workingsetActivateAnon = value;
                                    else
                                        delete message.workingsetActivateAnon;
                                    continue;
                                }
                            case 42: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.workingsetActivateFile = value;
                                    else
                                        delete message.workingsetActivateFile;
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

                    return MemoryStat;
                })();

                v2.MemoryEvents = (function() {

                    /**
                     * Properties of a MemoryEvents.
                     * @typedef {Object} io.containerd.cgroups.v2.MemoryEvents.$Properties
                     * @property {number|null} [low] MemoryEvents low
                     * @property {number|null} [high] MemoryEvents high
                     * @property {number|null} [max] MemoryEvents max
                     * @property {number|null} [oom] MemoryEvents oom
                     * @property {number|null} [oomKill] MemoryEvents oomKill
                     * @property {number|null} [oomGroupKill] MemoryEvents oomGroupKill
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a MemoryEvents.
                     * @memberof io.containerd.cgroups.v2
                     * @interface IMemoryEvents
                     * @augments io.containerd.cgroups.v2.MemoryEvents.$Properties
                     * @deprecated Use io.containerd.cgroups.v2.MemoryEvents.$Properties instead.
                     */

                    /**
                     * Shape of a MemoryEvents.
                     * @typedef {io.containerd.cgroups.v2.MemoryEvents.$Properties} io.containerd.cgroups.v2.MemoryEvents.$Shape
                     */

                    /**
                     * Constructs a new MemoryEvents.
                     * @memberof io.containerd.cgroups.v2
                     * @classdesc Represents a MemoryEvents.
                     * @constructor
                     * @param {io.containerd.cgroups.v2.MemoryEvents.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const MemoryEvents = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * MemoryEvents low.
                     * @member {number} low
                     * @memberof io.containerd.cgroups.v2.MemoryEvents
                     * @instance
                     */
                    MemoryEvents.prototype.low = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryEvents high.
                     * @member {number} high
                     * @memberof io.containerd.cgroups.v2.MemoryEvents
                     * @instance
                     */
                    MemoryEvents.prototype.high = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryEvents max.
                     * @member {number} max
                     * @memberof io.containerd.cgroups.v2.MemoryEvents
                     * @instance
                     */
                    MemoryEvents.prototype.max = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryEvents oom.
                     * @member {number} oom
                     * @memberof io.containerd.cgroups.v2.MemoryEvents
                     * @instance
                     */
                    MemoryEvents.prototype.oom = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryEvents oomKill.
                     * @member {number} oomKill
                     * @memberof io.containerd.cgroups.v2.MemoryEvents
                     * @instance
                     */
                    MemoryEvents.prototype.oomKill = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryEvents oomGroupKill.
                     * @member {number} oomGroupKill
                     * @memberof io.containerd.cgroups.v2.MemoryEvents
                     * @instance
                     */
                    MemoryEvents.prototype.oomGroupKill = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified MemoryEvents message. Does not implicitly {@link io.containerd.cgroups.v2.MemoryEvents.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v2.MemoryEvents
                     * @static
                     * @param {io.containerd.cgroups.v2.MemoryEvents.$Properties} message MemoryEvents message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    MemoryEvents.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.low != null && $Object.hasOwnProperty.call(message, "low") && (typeof message.low === "object" ? message.low.low || message.low.high : message.low !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.low);
                        if (message.high != null && $Object.hasOwnProperty.call(message, "high") && (typeof message.high === "object" ? message.high.low || message.high.high : message.high !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.high);
                        if (message.max != null && $Object.hasOwnProperty.call(message, "max") && (typeof message.max === "object" ? message.max.low || message.max.high : message.max !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.max);
                        if (message.oom != null && $Object.hasOwnProperty.call(message, "oom") && (typeof message.oom === "object" ? message.oom.low || message.oom.high : message.oom !== 0))
                            writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.oom);
                        if (message.oomKill != null && $Object.hasOwnProperty.call(message, "oomKill") && (typeof message.oomKill === "object" ? message.oomKill.low || message.oomKill.high : message.oomKill !== 0))
                            writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.oomKill);
                        if (message.oomGroupKill != null && $Object.hasOwnProperty.call(message, "oomGroupKill") && (typeof message.oomGroupKill === "object" ? message.oomGroupKill.low || message.oomGroupKill.high : message.oomGroupKill !== 0))
                            writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.oomGroupKill);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a MemoryEvents message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v2.MemoryEvents
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.MemoryEvents & io.containerd.cgroups.v2.MemoryEvents.$Shape} MemoryEvents
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    MemoryEvents.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v2.MemoryEvents();
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
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.low = value;
                                    else
                                        delete message.low;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.high = value;
                                    else
                                        delete message.high;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.max = value;
                                    else
                                        delete message.max;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.oom = value;
                                    else
                                        delete message.oom;
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.oomKill = value;
                                    else
                                        delete message.oomKill;
                                    continue;
                                }
                            case 6: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.oomGroupKill = value;
                                    else
                                        delete message.oomGroupKill;
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

                    return MemoryEvents;
                })();

                v2.RdmaStat = (function() {

                    /**
                     * Properties of a RdmaStat.
                     * @typedef {Object} io.containerd.cgroups.v2.RdmaStat.$Properties
                     * @property {Array.<io.containerd.cgroups.v2.RdmaEntry.$Properties>|null} [current] RdmaStat current
                     * @property {Array.<io.containerd.cgroups.v2.RdmaEntry.$Properties>|null} [limit] RdmaStat limit
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a RdmaStat.
                     * @memberof io.containerd.cgroups.v2
                     * @interface IRdmaStat
                     * @augments io.containerd.cgroups.v2.RdmaStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v2.RdmaStat.$Properties instead.
                     */

                    /**
                     * Shape of a RdmaStat.
                     * @typedef {io.containerd.cgroups.v2.RdmaStat.$Properties} io.containerd.cgroups.v2.RdmaStat.$Shape
                     */

                    /**
                     * Constructs a new RdmaStat.
                     * @memberof io.containerd.cgroups.v2
                     * @classdesc Represents a RdmaStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v2.RdmaStat.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const RdmaStat = function (properties) {
                        this.current = [];
                        this.limit = [];
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * RdmaStat current.
                     * @member {Array.<io.containerd.cgroups.v2.RdmaEntry.$Properties>} current
                     * @memberof io.containerd.cgroups.v2.RdmaStat
                     * @instance
                     */
                    RdmaStat.prototype.current = $util.emptyArray;

                    /**
                     * RdmaStat limit.
                     * @member {Array.<io.containerd.cgroups.v2.RdmaEntry.$Properties>} limit
                     * @memberof io.containerd.cgroups.v2.RdmaStat
                     * @instance
                     */
                    RdmaStat.prototype.limit = $util.emptyArray;

                    /**
                     * Encodes the specified RdmaStat message. Does not implicitly {@link io.containerd.cgroups.v2.RdmaStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v2.RdmaStat
                     * @static
                     * @param {io.containerd.cgroups.v2.RdmaStat.$Properties} message RdmaStat message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    RdmaStat.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.current != null && message.current.length)
                            for (let i = 0; i < message.current.length; ++i)
                                $root.io.containerd.cgroups.v2.RdmaEntry.encode(message.current[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                        if (message.limit != null && message.limit.length)
                            for (let i = 0; i < message.limit.length; ++i)
                                $root.io.containerd.cgroups.v2.RdmaEntry.encode(message.limit[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a RdmaStat message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v2.RdmaStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.RdmaStat & io.containerd.cgroups.v2.RdmaStat.$Shape} RdmaStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    RdmaStat.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v2.RdmaStat();
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
                                    if (!(message.current && message.current.length))
                                        message.current = [];
                                    message.current.push($root.io.containerd.cgroups.v2.RdmaEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.limit && message.limit.length))
                                        message.limit = [];
                                    message.limit.push($root.io.containerd.cgroups.v2.RdmaEntry.decode(reader, reader.size(), $undefined, _depth + 1));
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

                    return RdmaStat;
                })();

                v2.RdmaEntry = (function() {

                    /**
                     * Properties of a RdmaEntry.
                     * @typedef {Object} io.containerd.cgroups.v2.RdmaEntry.$Properties
                     * @property {string|null} [device] RdmaEntry device
                     * @property {number|null} [hcaHandles] RdmaEntry hcaHandles
                     * @property {number|null} [hcaObjects] RdmaEntry hcaObjects
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a RdmaEntry.
                     * @memberof io.containerd.cgroups.v2
                     * @interface IRdmaEntry
                     * @augments io.containerd.cgroups.v2.RdmaEntry.$Properties
                     * @deprecated Use io.containerd.cgroups.v2.RdmaEntry.$Properties instead.
                     */

                    /**
                     * Shape of a RdmaEntry.
                     * @typedef {io.containerd.cgroups.v2.RdmaEntry.$Properties} io.containerd.cgroups.v2.RdmaEntry.$Shape
                     */

                    /**
                     * Constructs a new RdmaEntry.
                     * @memberof io.containerd.cgroups.v2
                     * @classdesc Represents a RdmaEntry.
                     * @constructor
                     * @param {io.containerd.cgroups.v2.RdmaEntry.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const RdmaEntry = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * RdmaEntry device.
                     * @member {string} device
                     * @memberof io.containerd.cgroups.v2.RdmaEntry
                     * @instance
                     */
                    RdmaEntry.prototype.device = "";

                    /**
                     * RdmaEntry hcaHandles.
                     * @member {number} hcaHandles
                     * @memberof io.containerd.cgroups.v2.RdmaEntry
                     * @instance
                     */
                    RdmaEntry.prototype.hcaHandles = 0;

                    /**
                     * RdmaEntry hcaObjects.
                     * @member {number} hcaObjects
                     * @memberof io.containerd.cgroups.v2.RdmaEntry
                     * @instance
                     */
                    RdmaEntry.prototype.hcaObjects = 0;

                    /**
                     * Encodes the specified RdmaEntry message. Does not implicitly {@link io.containerd.cgroups.v2.RdmaEntry.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v2.RdmaEntry
                     * @static
                     * @param {io.containerd.cgroups.v2.RdmaEntry.$Properties} message RdmaEntry message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    RdmaEntry.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.device != null && $Object.hasOwnProperty.call(message, "device") && message.device !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.device);
                        if (message.hcaHandles != null && $Object.hasOwnProperty.call(message, "hcaHandles") && message.hcaHandles !== 0)
                            writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.hcaHandles);
                        if (message.hcaObjects != null && $Object.hasOwnProperty.call(message, "hcaObjects") && message.hcaObjects !== 0)
                            writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.hcaObjects);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a RdmaEntry message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v2.RdmaEntry
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.RdmaEntry & io.containerd.cgroups.v2.RdmaEntry.$Shape} RdmaEntry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    RdmaEntry.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v2.RdmaEntry();
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
                                        message.device = value;
                                    else
                                        delete message.device;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (value = reader.uint32())
                                        message.hcaHandles = value;
                                    else
                                        delete message.hcaHandles;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (value = reader.uint32())
                                        message.hcaObjects = value;
                                    else
                                        delete message.hcaObjects;
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

                    return RdmaEntry;
                })();

                v2.IOStat = (function() {

                    /**
                     * Properties of a IOStat.
                     * @typedef {Object} io.containerd.cgroups.v2.IOStat.$Properties
                     * @property {Array.<io.containerd.cgroups.v2.IOEntry.$Properties>|null} [usage] IOStat usage
                     * @property {io.containerd.cgroups.v2.PSIStats.$Properties|null} [psi] IOStat psi
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a IOStat.
                     * @memberof io.containerd.cgroups.v2
                     * @interface IIOStat
                     * @augments io.containerd.cgroups.v2.IOStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v2.IOStat.$Properties instead.
                     */

                    /**
                     * Shape of a IOStat.
                     * @typedef {io.containerd.cgroups.v2.IOStat.$Properties} io.containerd.cgroups.v2.IOStat.$Shape
                     */

                    /**
                     * Constructs a new IOStat.
                     * @memberof io.containerd.cgroups.v2
                     * @classdesc Represents a IOStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v2.IOStat.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const IOStat = function (properties) {
                        this.usage = [];
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * IOStat usage.
                     * @member {Array.<io.containerd.cgroups.v2.IOEntry.$Properties>} usage
                     * @memberof io.containerd.cgroups.v2.IOStat
                     * @instance
                     */
                    IOStat.prototype.usage = $util.emptyArray;

                    /**
                     * IOStat psi.
                     * @member {io.containerd.cgroups.v2.PSIStats.$Properties|null|undefined} psi
                     * @memberof io.containerd.cgroups.v2.IOStat
                     * @instance
                     */
                    IOStat.prototype.psi = null;

                    /**
                     * Encodes the specified IOStat message. Does not implicitly {@link io.containerd.cgroups.v2.IOStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v2.IOStat
                     * @static
                     * @param {io.containerd.cgroups.v2.IOStat.$Properties} message IOStat message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    IOStat.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.usage != null && message.usage.length)
                            for (let i = 0; i < message.usage.length; ++i)
                                $root.io.containerd.cgroups.v2.IOEntry.encode(message.usage[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                        if (message.psi != null && $Object.hasOwnProperty.call(message, "psi"))
                            $root.io.containerd.cgroups.v2.PSIStats.encode(message.psi, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a IOStat message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v2.IOStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.IOStat & io.containerd.cgroups.v2.IOStat.$Shape} IOStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    IOStat.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v2.IOStat();
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
                                    if (!(message.usage && message.usage.length))
                                        message.usage = [];
                                    message.usage.push($root.io.containerd.cgroups.v2.IOEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.psi = $root.io.containerd.cgroups.v2.PSIStats.decode(reader, reader.size(), $undefined, _depth + 1, message.psi);
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

                    return IOStat;
                })();

                v2.IOEntry = (function() {

                    /**
                     * Properties of a IOEntry.
                     * @typedef {Object} io.containerd.cgroups.v2.IOEntry.$Properties
                     * @property {number|null} [major] IOEntry major
                     * @property {number|null} [minor] IOEntry minor
                     * @property {number|null} [rbytes] IOEntry rbytes
                     * @property {number|null} [wbytes] IOEntry wbytes
                     * @property {number|null} [rios] IOEntry rios
                     * @property {number|null} [wios] IOEntry wios
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a IOEntry.
                     * @memberof io.containerd.cgroups.v2
                     * @interface IIOEntry
                     * @augments io.containerd.cgroups.v2.IOEntry.$Properties
                     * @deprecated Use io.containerd.cgroups.v2.IOEntry.$Properties instead.
                     */

                    /**
                     * Shape of a IOEntry.
                     * @typedef {io.containerd.cgroups.v2.IOEntry.$Properties} io.containerd.cgroups.v2.IOEntry.$Shape
                     */

                    /**
                     * Constructs a new IOEntry.
                     * @memberof io.containerd.cgroups.v2
                     * @classdesc Represents a IOEntry.
                     * @constructor
                     * @param {io.containerd.cgroups.v2.IOEntry.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const IOEntry = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * IOEntry major.
                     * @member {number} major
                     * @memberof io.containerd.cgroups.v2.IOEntry
                     * @instance
                     */
                    IOEntry.prototype.major = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * IOEntry minor.
                     * @member {number} minor
                     * @memberof io.containerd.cgroups.v2.IOEntry
                     * @instance
                     */
                    IOEntry.prototype.minor = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * IOEntry rbytes.
                     * @member {number} rbytes
                     * @memberof io.containerd.cgroups.v2.IOEntry
                     * @instance
                     */
                    IOEntry.prototype.rbytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * IOEntry wbytes.
                     * @member {number} wbytes
                     * @memberof io.containerd.cgroups.v2.IOEntry
                     * @instance
                     */
                    IOEntry.prototype.wbytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * IOEntry rios.
                     * @member {number} rios
                     * @memberof io.containerd.cgroups.v2.IOEntry
                     * @instance
                     */
                    IOEntry.prototype.rios = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * IOEntry wios.
                     * @member {number} wios
                     * @memberof io.containerd.cgroups.v2.IOEntry
                     * @instance
                     */
                    IOEntry.prototype.wios = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified IOEntry message. Does not implicitly {@link io.containerd.cgroups.v2.IOEntry.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v2.IOEntry
                     * @static
                     * @param {io.containerd.cgroups.v2.IOEntry.$Properties} message IOEntry message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    IOEntry.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.major != null && $Object.hasOwnProperty.call(message, "major") && (typeof message.major === "object" ? message.major.low || message.major.high : message.major !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.major);
                        if (message.minor != null && $Object.hasOwnProperty.call(message, "minor") && (typeof message.minor === "object" ? message.minor.low || message.minor.high : message.minor !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.minor);
                        if (message.rbytes != null && $Object.hasOwnProperty.call(message, "rbytes") && (typeof message.rbytes === "object" ? message.rbytes.low || message.rbytes.high : message.rbytes !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.rbytes);
                        if (message.wbytes != null && $Object.hasOwnProperty.call(message, "wbytes") && (typeof message.wbytes === "object" ? message.wbytes.low || message.wbytes.high : message.wbytes !== 0))
                            writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.wbytes);
                        if (message.rios != null && $Object.hasOwnProperty.call(message, "rios") && (typeof message.rios === "object" ? message.rios.low || message.rios.high : message.rios !== 0))
                            writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.rios);
                        if (message.wios != null && $Object.hasOwnProperty.call(message, "wios") && (typeof message.wios === "object" ? message.wios.low || message.wios.high : message.wios !== 0))
                            writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.wios);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a IOEntry message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v2.IOEntry
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.IOEntry & io.containerd.cgroups.v2.IOEntry.$Shape} IOEntry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    IOEntry.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v2.IOEntry();
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
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.major = value;
                                    else
                                        delete message.major;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.minor = value;
                                    else
                                        delete message.minor;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.rbytes = value;
                                    else
                                        delete message.rbytes;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.wbytes = value;
                                    else
                                        delete message.wbytes;
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.rios = value;
                                    else
                                        delete message.rios;
                                    continue;
                                }
                            case 6: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.wios = value;
                                    else
                                        delete message.wios;
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

                    return IOEntry;
                })();

                v2.HugeTlbStat = (function() {

                    /**
                     * Properties of a HugeTlbStat.
                     * @typedef {Object} io.containerd.cgroups.v2.HugeTlbStat.$Properties
                     * @property {number|null} [current] HugeTlbStat current
                     * @property {number|null} [max] HugeTlbStat max
                     * @property {string|null} [pagesize] HugeTlbStat pagesize
                     * @property {number|null} [failcnt] HugeTlbStat failcnt
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a HugeTlbStat.
                     * @memberof io.containerd.cgroups.v2
                     * @interface IHugeTlbStat
                     * @augments io.containerd.cgroups.v2.HugeTlbStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v2.HugeTlbStat.$Properties instead.
                     */

                    /**
                     * Shape of a HugeTlbStat.
                     * @typedef {io.containerd.cgroups.v2.HugeTlbStat.$Properties} io.containerd.cgroups.v2.HugeTlbStat.$Shape
                     */

                    /**
                     * Constructs a new HugeTlbStat.
                     * @memberof io.containerd.cgroups.v2
                     * @classdesc Represents a HugeTlbStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v2.HugeTlbStat.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const HugeTlbStat = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * HugeTlbStat current.
                     * @member {number} current
                     * @memberof io.containerd.cgroups.v2.HugeTlbStat
                     * @instance
                     */
                    HugeTlbStat.prototype.current = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * HugeTlbStat max.
                     * @member {number} max
                     * @memberof io.containerd.cgroups.v2.HugeTlbStat
                     * @instance
                     */
                    HugeTlbStat.prototype.max = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * HugeTlbStat pagesize.
                     * @member {string} pagesize
                     * @memberof io.containerd.cgroups.v2.HugeTlbStat
                     * @instance
                     */
                    HugeTlbStat.prototype.pagesize = "";

                    /**
                     * HugeTlbStat failcnt.
                     * @member {number} failcnt
                     * @memberof io.containerd.cgroups.v2.HugeTlbStat
                     * @instance
                     */
                    HugeTlbStat.prototype.failcnt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified HugeTlbStat message. Does not implicitly {@link io.containerd.cgroups.v2.HugeTlbStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v2.HugeTlbStat
                     * @static
                     * @param {io.containerd.cgroups.v2.HugeTlbStat.$Properties} message HugeTlbStat message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    HugeTlbStat.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.current != null && $Object.hasOwnProperty.call(message, "current") && (typeof message.current === "object" ? message.current.low || message.current.high : message.current !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.current);
                        if (message.max != null && $Object.hasOwnProperty.call(message, "max") && (typeof message.max === "object" ? message.max.low || message.max.high : message.max !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.max);
                        if (message.pagesize != null && $Object.hasOwnProperty.call(message, "pagesize") && message.pagesize !== "")
                            writer.uint32(/* id 3, wireType 2 =*/26).string(message.pagesize);
                        if (message.failcnt != null && $Object.hasOwnProperty.call(message, "failcnt") && (typeof message.failcnt === "object" ? message.failcnt.low || message.failcnt.high : message.failcnt !== 0))
                            writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.failcnt);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a HugeTlbStat message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v2.HugeTlbStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.HugeTlbStat & io.containerd.cgroups.v2.HugeTlbStat.$Shape} HugeTlbStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    HugeTlbStat.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v2.HugeTlbStat();
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
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.current = value;
                                    else
                                        delete message.current;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.max = value;
                                    else
                                        delete message.max;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.pagesize = value;
                                    else
                                        delete message.pagesize;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.failcnt = value;
                                    else
                                        delete message.failcnt;
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

                    return HugeTlbStat;
                })();

                v2.NetworkStat = (function() {

                    /**
                     * Properties of a NetworkStat.
                     * @typedef {Object} io.containerd.cgroups.v2.NetworkStat.$Properties
                     * @property {string|null} [name] NetworkStat name
                     * @property {number|null} [rxBytes] NetworkStat rxBytes
                     * @property {number|null} [rxPackets] NetworkStat rxPackets
                     * @property {number|null} [rxErrors] NetworkStat rxErrors
                     * @property {number|null} [rxDropped] NetworkStat rxDropped
                     * @property {number|null} [txBytes] NetworkStat txBytes
                     * @property {number|null} [txPackets] NetworkStat txPackets
                     * @property {number|null} [txErrors] NetworkStat txErrors
                     * @property {number|null} [txDropped] NetworkStat txDropped
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a NetworkStat.
                     * @memberof io.containerd.cgroups.v2
                     * @interface INetworkStat
                     * @augments io.containerd.cgroups.v2.NetworkStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v2.NetworkStat.$Properties instead.
                     */

                    /**
                     * Shape of a NetworkStat.
                     * @typedef {io.containerd.cgroups.v2.NetworkStat.$Properties} io.containerd.cgroups.v2.NetworkStat.$Shape
                     */

                    /**
                     * Constructs a new NetworkStat.
                     * @memberof io.containerd.cgroups.v2
                     * @classdesc Represents a NetworkStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v2.NetworkStat.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const NetworkStat = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * NetworkStat name.
                     * @member {string} name
                     * @memberof io.containerd.cgroups.v2.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.name = "";

                    /**
                     * NetworkStat rxBytes.
                     * @member {number} rxBytes
                     * @memberof io.containerd.cgroups.v2.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.rxBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat rxPackets.
                     * @member {number} rxPackets
                     * @memberof io.containerd.cgroups.v2.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.rxPackets = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat rxErrors.
                     * @member {number} rxErrors
                     * @memberof io.containerd.cgroups.v2.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.rxErrors = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat rxDropped.
                     * @member {number} rxDropped
                     * @memberof io.containerd.cgroups.v2.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.rxDropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat txBytes.
                     * @member {number} txBytes
                     * @memberof io.containerd.cgroups.v2.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.txBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat txPackets.
                     * @member {number} txPackets
                     * @memberof io.containerd.cgroups.v2.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.txPackets = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat txErrors.
                     * @member {number} txErrors
                     * @memberof io.containerd.cgroups.v2.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.txErrors = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat txDropped.
                     * @member {number} txDropped
                     * @memberof io.containerd.cgroups.v2.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.txDropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified NetworkStat message. Does not implicitly {@link io.containerd.cgroups.v2.NetworkStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v2.NetworkStat
                     * @static
                     * @param {io.containerd.cgroups.v2.NetworkStat.$Properties} message NetworkStat message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    NetworkStat.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                        if (message.rxBytes != null && $Object.hasOwnProperty.call(message, "rxBytes") && (typeof message.rxBytes === "object" ? message.rxBytes.low || message.rxBytes.high : message.rxBytes !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.rxBytes);
                        if (message.rxPackets != null && $Object.hasOwnProperty.call(message, "rxPackets") && (typeof message.rxPackets === "object" ? message.rxPackets.low || message.rxPackets.high : message.rxPackets !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.rxPackets);
                        if (message.rxErrors != null && $Object.hasOwnProperty.call(message, "rxErrors") && (typeof message.rxErrors === "object" ? message.rxErrors.low || message.rxErrors.high : message.rxErrors !== 0))
                            writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.rxErrors);
                        if (message.rxDropped != null && $Object.hasOwnProperty.call(message, "rxDropped") && (typeof message.rxDropped === "object" ? message.rxDropped.low || message.rxDropped.high : message.rxDropped !== 0))
                            writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.rxDropped);
                        if (message.txBytes != null && $Object.hasOwnProperty.call(message, "txBytes") && (typeof message.txBytes === "object" ? message.txBytes.low || message.txBytes.high : message.txBytes !== 0))
                            writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.txBytes);
                        if (message.txPackets != null && $Object.hasOwnProperty.call(message, "txPackets") && (typeof message.txPackets === "object" ? message.txPackets.low || message.txPackets.high : message.txPackets !== 0))
                            writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.txPackets);
                        if (message.txErrors != null && $Object.hasOwnProperty.call(message, "txErrors") && (typeof message.txErrors === "object" ? message.txErrors.low || message.txErrors.high : message.txErrors !== 0))
                            writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.txErrors);
                        if (message.txDropped != null && $Object.hasOwnProperty.call(message, "txDropped") && (typeof message.txDropped === "object" ? message.txDropped.low || message.txDropped.high : message.txDropped !== 0))
                            writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.txDropped);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a NetworkStat message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v2.NetworkStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.NetworkStat & io.containerd.cgroups.v2.NetworkStat.$Shape} NetworkStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    NetworkStat.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v2.NetworkStat();
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
                                        message.name = value;
                                    else
                                        delete message.name;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.rxBytes = value;
                                    else
                                        delete message.rxBytes;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.rxPackets = value;
                                    else
                                        delete message.rxPackets;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.rxErrors = value;
                                    else
                                        delete message.rxErrors;
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.rxDropped = value;
                                    else
                                        delete message.rxDropped;
                                    continue;
                                }
                            case 6: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.txBytes = value;
                                    else
                                        delete message.txBytes;
                                    continue;
                                }
                            case 7: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.txPackets = value;
                                    else
                                        delete message.txPackets;
                                    continue;
                                }
                            case 8: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.txErrors = value;
                                    else
                                        delete message.txErrors;
                                    continue;
                                }
                            case 9: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.txDropped = value;
                                    else
                                        delete message.txDropped;
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

                    return NetworkStat;
                })();

                return v2;
            })();

            return cgroups;
        })();

        return containerd;
    })();

    return io;
})();

export {
  $root as default
};
