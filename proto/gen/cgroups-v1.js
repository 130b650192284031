/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["runts-cgroups-v1"] || ($protobuf.roots["runts-cgroups-v1"] = {});

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

            cgroups.v1 = (function() {

                /**
                 * Namespace v1.
                 * @memberof io.containerd.cgroups
                 * @namespace
                 */
                const v1 = {};

                v1.Metrics = (function() {

                    /**
                     * Properties of a Metrics.
                     * @typedef {Object} io.containerd.cgroups.v1.Metrics.$Properties
                     * @property {Array.<io.containerd.cgroups.v1.HugetlbStat.$Properties>|null} [hugetlb] Metrics hugetlb
                     * @property {io.containerd.cgroups.v1.PidsStat.$Properties|null} [pids] Metrics pids
                     * @property {io.containerd.cgroups.v1.CPUStat.$Properties|null} [cpu] Metrics cpu
                     * @property {io.containerd.cgroups.v1.MemoryStat.$Properties|null} [memory] Metrics memory
                     * @property {io.containerd.cgroups.v1.BlkIOStat.$Properties|null} [blkio] Metrics blkio
                     * @property {io.containerd.cgroups.v1.RdmaStat.$Properties|null} [rdma] Metrics rdma
                     * @property {Array.<io.containerd.cgroups.v1.NetworkStat.$Properties>|null} [network] Metrics network
                     * @property {io.containerd.cgroups.v1.CgroupStats.$Properties|null} [cgroupStats] Metrics cgroupStats
                     * @property {io.containerd.cgroups.v1.MemoryOomControl.$Properties|null} [memoryOomControl] Metrics memoryOomControl
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Metrics.
                     * @memberof io.containerd.cgroups.v1
                     * @interface IMetrics
                     * @augments io.containerd.cgroups.v1.Metrics.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.Metrics.$Properties instead.
                     */

                    /**
                     * Shape of a Metrics.
                     * @typedef {io.containerd.cgroups.v1.Metrics.$Properties} io.containerd.cgroups.v1.Metrics.$Shape
                     */

                    /**
                     * Constructs a new Metrics.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a Metrics.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.Metrics.$Properties=} [properties] Properties to set
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
                     * Metrics hugetlb.
                     * @member {Array.<io.containerd.cgroups.v1.HugetlbStat.$Properties>} hugetlb
                     * @memberof io.containerd.cgroups.v1.Metrics
                     * @instance
                     */
                    Metrics.prototype.hugetlb = $util.emptyArray;

                    /**
                     * Metrics pids.
                     * @member {io.containerd.cgroups.v1.PidsStat.$Properties|null|undefined} pids
                     * @memberof io.containerd.cgroups.v1.Metrics
                     * @instance
                     */
                    Metrics.prototype.pids = null;

                    /**
                     * Metrics cpu.
                     * @member {io.containerd.cgroups.v1.CPUStat.$Properties|null|undefined} cpu
                     * @memberof io.containerd.cgroups.v1.Metrics
                     * @instance
                     */
                    Metrics.prototype.cpu = null;

                    /**
                     * Metrics memory.
                     * @member {io.containerd.cgroups.v1.MemoryStat.$Properties|null|undefined} memory
                     * @memberof io.containerd.cgroups.v1.Metrics
                     * @instance
                     */
                    Metrics.prototype.memory = null;

                    /**
                     * Metrics blkio.
                     * @member {io.containerd.cgroups.v1.BlkIOStat.$Properties|null|undefined} blkio
                     * @memberof io.containerd.cgroups.v1.Metrics
                     * @instance
                     */
                    Metrics.prototype.blkio = null;

                    /**
                     * Metrics rdma.
                     * @member {io.containerd.cgroups.v1.RdmaStat.$Properties|null|undefined} rdma
                     * @memberof io.containerd.cgroups.v1.Metrics
                     * @instance
                     */
                    Metrics.prototype.rdma = null;

                    /**
                     * Metrics network.
                     * @member {Array.<io.containerd.cgroups.v1.NetworkStat.$Properties>} network
                     * @memberof io.containerd.cgroups.v1.Metrics
                     * @instance
                     */
                    Metrics.prototype.network = $util.emptyArray;

                    /**
                     * Metrics cgroupStats.
                     * @member {io.containerd.cgroups.v1.CgroupStats.$Properties|null|undefined} cgroupStats
                     * @memberof io.containerd.cgroups.v1.Metrics
                     * @instance
                     */
                    Metrics.prototype.cgroupStats = null;

                    /**
                     * Metrics memoryOomControl.
                     * @member {io.containerd.cgroups.v1.MemoryOomControl.$Properties|null|undefined} memoryOomControl
                     * @memberof io.containerd.cgroups.v1.Metrics
                     * @instance
                     */
                    Metrics.prototype.memoryOomControl = null;

                    /**
                     * Encodes the specified Metrics message. Does not implicitly {@link io.containerd.cgroups.v1.Metrics.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.Metrics
                     * @static
                     * @param {io.containerd.cgroups.v1.Metrics.$Properties} message Metrics message or plain object to encode
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
                        if (message.hugetlb != null && message.hugetlb.length)
                            for (let i = 0; i < message.hugetlb.length; ++i)
                                $root.io.containerd.cgroups.v1.HugetlbStat.encode(message.hugetlb[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                        if (message.pids != null && $Object.hasOwnProperty.call(message, "pids"))
                            $root.io.containerd.cgroups.v1.PidsStat.encode(message.pids, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.cpu != null && $Object.hasOwnProperty.call(message, "cpu"))
                            $root.io.containerd.cgroups.v1.CPUStat.encode(message.cpu, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                        if (message.memory != null && $Object.hasOwnProperty.call(message, "memory"))
                            $root.io.containerd.cgroups.v1.MemoryStat.encode(message.memory, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                        if (message.blkio != null && $Object.hasOwnProperty.call(message, "blkio"))
                            $root.io.containerd.cgroups.v1.BlkIOStat.encode(message.blkio, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                        if (message.rdma != null && $Object.hasOwnProperty.call(message, "rdma"))
                            $root.io.containerd.cgroups.v1.RdmaStat.encode(message.rdma, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                        if (message.network != null && message.network.length)
                            for (let i = 0; i < message.network.length; ++i)
                                $root.io.containerd.cgroups.v1.NetworkStat.encode(message.network[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                        if (message.cgroupStats != null && $Object.hasOwnProperty.call(message, "cgroupStats"))
                            $root.io.containerd.cgroups.v1.CgroupStats.encode(message.cgroupStats, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                        if (message.memoryOomControl != null && $Object.hasOwnProperty.call(message, "memoryOomControl"))
                            $root.io.containerd.cgroups.v1.MemoryOomControl.encode(message.memoryOomControl, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Metrics message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v1.Metrics
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.Metrics & io.containerd.cgroups.v1.Metrics.$Shape} Metrics
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
                        message = _target || new $root.io.containerd.cgroups.v1.Metrics();
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
                                    if (!(message.hugetlb && message.hugetlb.length))
                                        message.hugetlb = [];
                                    message.hugetlb.push($root.io.containerd.cgroups.v1.HugetlbStat.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.pids = $root.io.containerd.cgroups.v1.PidsStat.decode(reader, reader.size(), $undefined, _depth + 1, message.pids);
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 2)
                                        break;
                                    message.cpu = $root.io.containerd.cgroups.v1.CPUStat.decode(reader, reader.size(), $undefined, _depth + 1, message.cpu);
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 2)
                                        break;
                                    message.memory = $root.io.containerd.cgroups.v1.MemoryStat.decode(reader, reader.size(), $undefined, _depth + 1, message.memory);
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 2)
                                        break;
                                    message.blkio = $root.io.containerd.cgroups.v1.BlkIOStat.decode(reader, reader.size(), $undefined, _depth + 1, message.blkio);
                                    continue;
                                }
                            case 6: {
                                    if (wireType !== 2)
                                        break;
                                    message.rdma = $root.io.containerd.cgroups.v1.RdmaStat.decode(reader, reader.size(), $undefined, _depth + 1, message.rdma);
                                    continue;
                                }
                            case 7: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.network && message.network.length))
                                        message.network = [];
                                    message.network.push($root.io.containerd.cgroups.v1.NetworkStat.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 8: {
                                    if (wireType !== 2)
                                        break;
                                    message.cgroupStats = $root.io.containerd.cgroups.v1.CgroupStats.decode(reader, reader.size(), $undefined, _depth + 1, message.cgroupStats);
                                    continue;
                                }
                            case 9: {
                                    if (wireType !== 2)
                                        break;
                                    message.memoryOomControl = $root.io.containerd.cgroups.v1.MemoryOomControl.decode(reader, reader.size(), $undefined, _depth + 1, message.memoryOomControl);
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

                v1.HugetlbStat = (function() {

                    /**
                     * Properties of a HugetlbStat.
                     * @typedef {Object} io.containerd.cgroups.v1.HugetlbStat.$Properties
                     * @property {number|null} [usage] HugetlbStat usage
                     * @property {number|null} [max] HugetlbStat max
                     * @property {number|null} [failcnt] HugetlbStat failcnt
                     * @property {string|null} [pagesize] HugetlbStat pagesize
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a HugetlbStat.
                     * @memberof io.containerd.cgroups.v1
                     * @interface IHugetlbStat
                     * @augments io.containerd.cgroups.v1.HugetlbStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.HugetlbStat.$Properties instead.
                     */

                    /**
                     * Shape of a HugetlbStat.
                     * @typedef {io.containerd.cgroups.v1.HugetlbStat.$Properties} io.containerd.cgroups.v1.HugetlbStat.$Shape
                     */

                    /**
                     * Constructs a new HugetlbStat.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a HugetlbStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.HugetlbStat.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const HugetlbStat = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * HugetlbStat usage.
                     * @member {number} usage
                     * @memberof io.containerd.cgroups.v1.HugetlbStat
                     * @instance
                     */
                    HugetlbStat.prototype.usage = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * HugetlbStat max.
                     * @member {number} max
                     * @memberof io.containerd.cgroups.v1.HugetlbStat
                     * @instance
                     */
                    HugetlbStat.prototype.max = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * HugetlbStat failcnt.
                     * @member {number} failcnt
                     * @memberof io.containerd.cgroups.v1.HugetlbStat
                     * @instance
                     */
                    HugetlbStat.prototype.failcnt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * HugetlbStat pagesize.
                     * @member {string} pagesize
                     * @memberof io.containerd.cgroups.v1.HugetlbStat
                     * @instance
                     */
                    HugetlbStat.prototype.pagesize = "";

                    /**
                     * Encodes the specified HugetlbStat message. Does not implicitly {@link io.containerd.cgroups.v1.HugetlbStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.HugetlbStat
                     * @static
                     * @param {io.containerd.cgroups.v1.HugetlbStat.$Properties} message HugetlbStat message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    HugetlbStat.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.usage != null && $Object.hasOwnProperty.call(message, "usage") && (typeof message.usage === "object" ? message.usage.low || message.usage.high : message.usage !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.usage);
                        if (message.max != null && $Object.hasOwnProperty.call(message, "max") && (typeof message.max === "object" ? message.max.low || message.max.high : message.max !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.max);
                        if (message.failcnt != null && $Object.hasOwnProperty.call(message, "failcnt") && (typeof message.failcnt === "object" ? message.failcnt.low || message.failcnt.high : message.failcnt !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.failcnt);
                        if (message.pagesize != null && $Object.hasOwnProperty.call(message, "pagesize") && message.pagesize !== "")
                            writer.uint32(/* id 4, wireType 2 =*/34).string(message.pagesize);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a HugetlbStat message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v1.HugetlbStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.HugetlbStat & io.containerd.cgroups.v1.HugetlbStat.$Shape} HugetlbStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    HugetlbStat.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v1.HugetlbStat();
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
                                        message.usage = value;
                                    else
                                        delete message.usage;
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
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.failcnt = value;
                                    else
                                        delete message.failcnt;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.pagesize = value;
                                    else
                                        delete message.pagesize;
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

                    return HugetlbStat;
                })();

                v1.PidsStat = (function() {

                    /**
                     * Properties of a PidsStat.
                     * @typedef {Object} io.containerd.cgroups.v1.PidsStat.$Properties
                     * @property {number|null} [current] PidsStat current
                     * @property {number|null} [limit] PidsStat limit
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a PidsStat.
                     * @memberof io.containerd.cgroups.v1
                     * @interface IPidsStat
                     * @augments io.containerd.cgroups.v1.PidsStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.PidsStat.$Properties instead.
                     */

                    /**
                     * Shape of a PidsStat.
                     * @typedef {io.containerd.cgroups.v1.PidsStat.$Properties} io.containerd.cgroups.v1.PidsStat.$Shape
                     */

                    /**
                     * Constructs a new PidsStat.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a PidsStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.PidsStat.$Properties=} [properties] Properties to set
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
                     * @memberof io.containerd.cgroups.v1.PidsStat
                     * @instance
                     */
                    PidsStat.prototype.current = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * PidsStat limit.
                     * @member {number} limit
                     * @memberof io.containerd.cgroups.v1.PidsStat
                     * @instance
                     */
                    PidsStat.prototype.limit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified PidsStat message. Does not implicitly {@link io.containerd.cgroups.v1.PidsStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.PidsStat
                     * @static
                     * @param {io.containerd.cgroups.v1.PidsStat.$Properties} message PidsStat message or plain object to encode
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
                     * @memberof io.containerd.cgroups.v1.PidsStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.PidsStat & io.containerd.cgroups.v1.PidsStat.$Shape} PidsStat
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
                        message = _target || new $root.io.containerd.cgroups.v1.PidsStat();
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

                v1.CPUStat = (function() {

                    /**
                     * Properties of a CPUStat.
                     * @typedef {Object} io.containerd.cgroups.v1.CPUStat.$Properties
                     * @property {io.containerd.cgroups.v1.CPUUsage.$Properties|null} [usage] CPUStat usage
                     * @property {io.containerd.cgroups.v1.Throttle.$Properties|null} [throttling] CPUStat throttling
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a CPUStat.
                     * @memberof io.containerd.cgroups.v1
                     * @interface ICPUStat
                     * @augments io.containerd.cgroups.v1.CPUStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.CPUStat.$Properties instead.
                     */

                    /**
                     * Shape of a CPUStat.
                     * @typedef {io.containerd.cgroups.v1.CPUStat.$Properties} io.containerd.cgroups.v1.CPUStat.$Shape
                     */

                    /**
                     * Constructs a new CPUStat.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a CPUStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.CPUStat.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const CPUStat = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * CPUStat usage.
                     * @member {io.containerd.cgroups.v1.CPUUsage.$Properties|null|undefined} usage
                     * @memberof io.containerd.cgroups.v1.CPUStat
                     * @instance
                     */
                    CPUStat.prototype.usage = null;

                    /**
                     * CPUStat throttling.
                     * @member {io.containerd.cgroups.v1.Throttle.$Properties|null|undefined} throttling
                     * @memberof io.containerd.cgroups.v1.CPUStat
                     * @instance
                     */
                    CPUStat.prototype.throttling = null;

                    /**
                     * Encodes the specified CPUStat message. Does not implicitly {@link io.containerd.cgroups.v1.CPUStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.CPUStat
                     * @static
                     * @param {io.containerd.cgroups.v1.CPUStat.$Properties} message CPUStat message or plain object to encode
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
                        if (message.usage != null && $Object.hasOwnProperty.call(message, "usage"))
                            $root.io.containerd.cgroups.v1.CPUUsage.encode(message.usage, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                        if (message.throttling != null && $Object.hasOwnProperty.call(message, "throttling"))
                            $root.io.containerd.cgroups.v1.Throttle.encode(message.throttling, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a CPUStat message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v1.CPUStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.CPUStat & io.containerd.cgroups.v1.CPUStat.$Shape} CPUStat
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
                        message = _target || new $root.io.containerd.cgroups.v1.CPUStat();
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
                                    message.usage = $root.io.containerd.cgroups.v1.CPUUsage.decode(reader, reader.size(), $undefined, _depth + 1, message.usage);
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    message.throttling = $root.io.containerd.cgroups.v1.Throttle.decode(reader, reader.size(), $undefined, _depth + 1, message.throttling);
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

                v1.CPUUsage = (function() {

                    /**
                     * Properties of a CPUUsage.
                     * @typedef {Object} io.containerd.cgroups.v1.CPUUsage.$Properties
                     * @property {number|null} [total] CPUUsage total
                     * @property {number|null} [kernel] CPUUsage kernel
                     * @property {number|null} [user] CPUUsage user
                     * @property {Array.<number>|null} [perCpu] CPUUsage perCpu
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a CPUUsage.
                     * @memberof io.containerd.cgroups.v1
                     * @interface ICPUUsage
                     * @augments io.containerd.cgroups.v1.CPUUsage.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.CPUUsage.$Properties instead.
                     */

                    /**
                     * Shape of a CPUUsage.
                     * @typedef {io.containerd.cgroups.v1.CPUUsage.$Properties} io.containerd.cgroups.v1.CPUUsage.$Shape
                     */

                    /**
                     * Constructs a new CPUUsage.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a CPUUsage.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.CPUUsage.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const CPUUsage = function (properties) {
                        this.perCpu = [];
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * CPUUsage total.
                     * @member {number} total
                     * @memberof io.containerd.cgroups.v1.CPUUsage
                     * @instance
                     */
                    CPUUsage.prototype.total = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CPUUsage kernel.
                     * @member {number} kernel
                     * @memberof io.containerd.cgroups.v1.CPUUsage
                     * @instance
                     */
                    CPUUsage.prototype.kernel = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CPUUsage user.
                     * @member {number} user
                     * @memberof io.containerd.cgroups.v1.CPUUsage
                     * @instance
                     */
                    CPUUsage.prototype.user = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CPUUsage perCpu.
                     * @member {Array.<number>} perCpu
                     * @memberof io.containerd.cgroups.v1.CPUUsage
                     * @instance
                     */
                    CPUUsage.prototype.perCpu = $util.emptyArray;

                    /**
                     * Encodes the specified CPUUsage message. Does not implicitly {@link io.containerd.cgroups.v1.CPUUsage.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.CPUUsage
                     * @static
                     * @param {io.containerd.cgroups.v1.CPUUsage.$Properties} message CPUUsage message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    CPUUsage.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.total != null && $Object.hasOwnProperty.call(message, "total") && (typeof message.total === "object" ? message.total.low || message.total.high : message.total !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.total);
                        if (message.kernel != null && $Object.hasOwnProperty.call(message, "kernel") && (typeof message.kernel === "object" ? message.kernel.low || message.kernel.high : message.kernel !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.kernel);
                        if (message.user != null && $Object.hasOwnProperty.call(message, "user") && (typeof message.user === "object" ? message.user.low || message.user.high : message.user !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.user);
                        if (message.perCpu != null && message.perCpu.length)
                            writer.uint32(/* id 4, wireType 2 =*/34).uint64s(message.perCpu);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a CPUUsage message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v1.CPUUsage
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.CPUUsage & io.containerd.cgroups.v1.CPUUsage.$Shape} CPUUsage
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    CPUUsage.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v1.CPUUsage();
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
                                        message.total = value;
                                    else
                                        delete message.total;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.kernel = value;
                                    else
                                        delete message.kernel;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.user = value;
                                    else
                                        delete message.user;
                                    continue;
                                }
                            case 4: {
                                    if (wireType === 2) {
                                        if (!(message.perCpu && message.perCpu.length))
                                            message.perCpu = [];
                                        reader.uint64s(message.perCpu);
                                        continue;
                                    }
                                    if (wireType !== 0)
                                        break;
                                    if (!(message.perCpu && message.perCpu.length))
                                        message.perCpu = [];
                                    message.perCpu.push(reader.uint64());
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

                    return CPUUsage;
                })();

                v1.Throttle = (function() {

                    /**
                     * Properties of a Throttle.
                     * @typedef {Object} io.containerd.cgroups.v1.Throttle.$Properties
                     * @property {number|null} [periods] Throttle periods
                     * @property {number|null} [throttledPeriods] Throttle throttledPeriods
                     * @property {number|null} [throttledTime] Throttle throttledTime
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a Throttle.
                     * @memberof io.containerd.cgroups.v1
                     * @interface IThrottle
                     * @augments io.containerd.cgroups.v1.Throttle.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.Throttle.$Properties instead.
                     */

                    /**
                     * Shape of a Throttle.
                     * @typedef {io.containerd.cgroups.v1.Throttle.$Properties} io.containerd.cgroups.v1.Throttle.$Shape
                     */

                    /**
                     * Constructs a new Throttle.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a Throttle.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.Throttle.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const Throttle = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * Throttle periods.
                     * @member {number} periods
                     * @memberof io.containerd.cgroups.v1.Throttle
                     * @instance
                     */
                    Throttle.prototype.periods = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Throttle throttledPeriods.
                     * @member {number} throttledPeriods
                     * @memberof io.containerd.cgroups.v1.Throttle
                     * @instance
                     */
                    Throttle.prototype.throttledPeriods = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Throttle throttledTime.
                     * @member {number} throttledTime
                     * @memberof io.containerd.cgroups.v1.Throttle
                     * @instance
                     */
                    Throttle.prototype.throttledTime = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified Throttle message. Does not implicitly {@link io.containerd.cgroups.v1.Throttle.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.Throttle
                     * @static
                     * @param {io.containerd.cgroups.v1.Throttle.$Properties} message Throttle message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    Throttle.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.periods != null && $Object.hasOwnProperty.call(message, "periods") && (typeof message.periods === "object" ? message.periods.low || message.periods.high : message.periods !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.periods);
                        if (message.throttledPeriods != null && $Object.hasOwnProperty.call(message, "throttledPeriods") && (typeof message.throttledPeriods === "object" ? message.throttledPeriods.low || message.throttledPeriods.high : message.throttledPeriods !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.throttledPeriods);
                        if (message.throttledTime != null && $Object.hasOwnProperty.call(message, "throttledTime") && (typeof message.throttledTime === "object" ? message.throttledTime.low || message.throttledTime.high : message.throttledTime !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.throttledTime);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a Throttle message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v1.Throttle
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.Throttle & io.containerd.cgroups.v1.Throttle.$Shape} Throttle
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    Throttle.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v1.Throttle();
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
                                        message.periods = value;
                                    else
                                        delete message.periods;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.throttledPeriods = value;
                                    else
                                        delete message.throttledPeriods;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.throttledTime = value;
                                    else
                                        delete message.throttledTime;
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

                    return Throttle;
                })();

                v1.MemoryStat = (function() {

                    /**
                     * Properties of a MemoryStat.
                     * @typedef {Object} io.containerd.cgroups.v1.MemoryStat.$Properties
                     * @property {number|null} [cache] MemoryStat cache
                     * @property {number|null} [rss] MemoryStat rss
                     * @property {number|null} [rssHuge] MemoryStat rssHuge
                     * @property {number|null} [mappedFile] MemoryStat mappedFile
                     * @property {number|null} [dirty] MemoryStat dirty
                     * @property {number|null} [writeback] MemoryStat writeback
                     * @property {number|null} [pgPgIn] MemoryStat pgPgIn
                     * @property {number|null} [pgPgOut] MemoryStat pgPgOut
                     * @property {number|null} [pgFault] MemoryStat pgFault
                     * @property {number|null} [pgMajFault] MemoryStat pgMajFault
                     * @property {number|null} [inactiveAnon] MemoryStat inactiveAnon
                     * @property {number|null} [activeAnon] MemoryStat activeAnon
                     * @property {number|null} [inactiveFile] MemoryStat inactiveFile
                     * @property {number|null} [activeFile] MemoryStat activeFile
                     * @property {number|null} [unevictable] MemoryStat unevictable
                     * @property {number|null} [hierarchicalMemoryLimit] MemoryStat hierarchicalMemoryLimit
                     * @property {number|null} [hierarchicalSwapLimit] MemoryStat hierarchicalSwapLimit
                     * @property {number|null} [totalCache] MemoryStat totalCache
                     * @property {number|null} [totalRss] MemoryStat totalRss
                     * @property {number|null} [totalRssHuge] MemoryStat totalRssHuge
                     * @property {number|null} [totalMappedFile] MemoryStat totalMappedFile
                     * @property {number|null} [totalDirty] MemoryStat totalDirty
                     * @property {number|null} [totalWriteback] MemoryStat totalWriteback
                     * @property {number|null} [totalPgPgIn] MemoryStat totalPgPgIn
                     * @property {number|null} [totalPgPgOut] MemoryStat totalPgPgOut
                     * @property {number|null} [totalPgFault] MemoryStat totalPgFault
                     * @property {number|null} [totalPgMajFault] MemoryStat totalPgMajFault
                     * @property {number|null} [totalInactiveAnon] MemoryStat totalInactiveAnon
                     * @property {number|null} [totalActiveAnon] MemoryStat totalActiveAnon
                     * @property {number|null} [totalInactiveFile] MemoryStat totalInactiveFile
                     * @property {number|null} [totalActiveFile] MemoryStat totalActiveFile
                     * @property {number|null} [totalUnevictable] MemoryStat totalUnevictable
                     * @property {io.containerd.cgroups.v1.MemoryEntry.$Properties|null} [usage] MemoryStat usage
                     * @property {io.containerd.cgroups.v1.MemoryEntry.$Properties|null} [swap] MemoryStat swap
                     * @property {io.containerd.cgroups.v1.MemoryEntry.$Properties|null} [kernel] MemoryStat kernel
                     * @property {io.containerd.cgroups.v1.MemoryEntry.$Properties|null} [kernelTcp] MemoryStat kernelTcp
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a MemoryStat.
                     * @memberof io.containerd.cgroups.v1
                     * @interface IMemoryStat
                     * @augments io.containerd.cgroups.v1.MemoryStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.MemoryStat.$Properties instead.
                     */

                    /**
                     * Shape of a MemoryStat.
                     * @typedef {io.containerd.cgroups.v1.MemoryStat.$Properties} io.containerd.cgroups.v1.MemoryStat.$Shape
                     */

                    /**
                     * Constructs a new MemoryStat.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a MemoryStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.MemoryStat.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const MemoryStat = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * MemoryStat cache.
                     * @member {number} cache
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.cache = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat rss.
                     * @member {number} rss
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.rss = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat rssHuge.
                     * @member {number} rssHuge
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.rssHuge = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat mappedFile.
                     * @member {number} mappedFile
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.mappedFile = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat dirty.
                     * @member {number} dirty
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.dirty = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat writeback.
                     * @member {number} writeback
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.writeback = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat pgPgIn.
                     * @member {number} pgPgIn
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.pgPgIn = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat pgPgOut.
                     * @member {number} pgPgOut
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.pgPgOut = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat pgFault.
                     * @member {number} pgFault
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.pgFault = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat pgMajFault.
                     * @member {number} pgMajFault
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.pgMajFault = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat inactiveAnon.
                     * @member {number} inactiveAnon
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.inactiveAnon = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat activeAnon.
                     * @member {number} activeAnon
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.activeAnon = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat inactiveFile.
                     * @member {number} inactiveFile
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.inactiveFile = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat activeFile.
                     * @member {number} activeFile
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.activeFile = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat unevictable.
                     * @member {number} unevictable
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.unevictable = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat hierarchicalMemoryLimit.
                     * @member {number} hierarchicalMemoryLimit
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.hierarchicalMemoryLimit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat hierarchicalSwapLimit.
                     * @member {number} hierarchicalSwapLimit
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.hierarchicalSwapLimit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalCache.
                     * @member {number} totalCache
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalCache = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalRss.
                     * @member {number} totalRss
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalRss = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalRssHuge.
                     * @member {number} totalRssHuge
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalRssHuge = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalMappedFile.
                     * @member {number} totalMappedFile
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalMappedFile = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalDirty.
                     * @member {number} totalDirty
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalDirty = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalWriteback.
                     * @member {number} totalWriteback
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalWriteback = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalPgPgIn.
                     * @member {number} totalPgPgIn
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalPgPgIn = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalPgPgOut.
                     * @member {number} totalPgPgOut
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalPgPgOut = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalPgFault.
                     * @member {number} totalPgFault
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalPgFault = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalPgMajFault.
                     * @member {number} totalPgMajFault
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalPgMajFault = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalInactiveAnon.
                     * @member {number} totalInactiveAnon
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalInactiveAnon = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalActiveAnon.
                     * @member {number} totalActiveAnon
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalActiveAnon = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalInactiveFile.
                     * @member {number} totalInactiveFile
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalInactiveFile = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalActiveFile.
                     * @member {number} totalActiveFile
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalActiveFile = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat totalUnevictable.
                     * @member {number} totalUnevictable
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.totalUnevictable = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryStat usage.
                     * @member {io.containerd.cgroups.v1.MemoryEntry.$Properties|null|undefined} usage
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.usage = null;

                    /**
                     * MemoryStat swap.
                     * @member {io.containerd.cgroups.v1.MemoryEntry.$Properties|null|undefined} swap
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.swap = null;

                    /**
                     * MemoryStat kernel.
                     * @member {io.containerd.cgroups.v1.MemoryEntry.$Properties|null|undefined} kernel
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.kernel = null;

                    /**
                     * MemoryStat kernelTcp.
                     * @member {io.containerd.cgroups.v1.MemoryEntry.$Properties|null|undefined} kernelTcp
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @instance
                     */
                    MemoryStat.prototype.kernelTcp = null;

                    /**
                     * Encodes the specified MemoryStat message. Does not implicitly {@link io.containerd.cgroups.v1.MemoryStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @static
                     * @param {io.containerd.cgroups.v1.MemoryStat.$Properties} message MemoryStat message or plain object to encode
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
                        if (message.cache != null && $Object.hasOwnProperty.call(message, "cache") && (typeof message.cache === "object" ? message.cache.low || message.cache.high : message.cache !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.cache);
                        if (message.rss != null && $Object.hasOwnProperty.call(message, "rss") && (typeof message.rss === "object" ? message.rss.low || message.rss.high : message.rss !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.rss);
                        if (message.rssHuge != null && $Object.hasOwnProperty.call(message, "rssHuge") && (typeof message.rssHuge === "object" ? message.rssHuge.low || message.rssHuge.high : message.rssHuge !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.rssHuge);
                        if (message.mappedFile != null && $Object.hasOwnProperty.call(message, "mappedFile") && (typeof message.mappedFile === "object" ? message.mappedFile.low || message.mappedFile.high : message.mappedFile !== 0))
                            writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.mappedFile);
                        if (message.dirty != null && $Object.hasOwnProperty.call(message, "dirty") && (typeof message.dirty === "object" ? message.dirty.low || message.dirty.high : message.dirty !== 0))
                            writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.dirty);
                        if (message.writeback != null && $Object.hasOwnProperty.call(message, "writeback") && (typeof message.writeback === "object" ? message.writeback.low || message.writeback.high : message.writeback !== 0))
                            writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.writeback);
                        if (message.pgPgIn != null && $Object.hasOwnProperty.call(message, "pgPgIn") && (typeof message.pgPgIn === "object" ? message.pgPgIn.low || message.pgPgIn.high : message.pgPgIn !== 0))
                            writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.pgPgIn);
                        if (message.pgPgOut != null && $Object.hasOwnProperty.call(message, "pgPgOut") && (typeof message.pgPgOut === "object" ? message.pgPgOut.low || message.pgPgOut.high : message.pgPgOut !== 0))
                            writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.pgPgOut);
                        if (message.pgFault != null && $Object.hasOwnProperty.call(message, "pgFault") && (typeof message.pgFault === "object" ? message.pgFault.low || message.pgFault.high : message.pgFault !== 0))
                            writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.pgFault);
                        if (message.pgMajFault != null && $Object.hasOwnProperty.call(message, "pgMajFault") && (typeof message.pgMajFault === "object" ? message.pgMajFault.low || message.pgMajFault.high : message.pgMajFault !== 0))
                            writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.pgMajFault);
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
                        if (message.hierarchicalMemoryLimit != null && $Object.hasOwnProperty.call(message, "hierarchicalMemoryLimit") && (typeof message.hierarchicalMemoryLimit === "object" ? message.hierarchicalMemoryLimit.low || message.hierarchicalMemoryLimit.high : message.hierarchicalMemoryLimit !== 0))
                            writer.uint32(/* id 16, wireType 0 =*/128).uint64(message.hierarchicalMemoryLimit);
                        if (message.hierarchicalSwapLimit != null && $Object.hasOwnProperty.call(message, "hierarchicalSwapLimit") && (typeof message.hierarchicalSwapLimit === "object" ? message.hierarchicalSwapLimit.low || message.hierarchicalSwapLimit.high : message.hierarchicalSwapLimit !== 0))
                            writer.uint32(/* id 17, wireType 0 =*/136).uint64(message.hierarchicalSwapLimit);
                        if (message.totalCache != null && $Object.hasOwnProperty.call(message, "totalCache") && (typeof message.totalCache === "object" ? message.totalCache.low || message.totalCache.high : message.totalCache !== 0))
                            writer.uint32(/* id 18, wireType 0 =*/144).uint64(message.totalCache);
                        if (message.totalRss != null && $Object.hasOwnProperty.call(message, "totalRss") && (typeof message.totalRss === "object" ? message.totalRss.low || message.totalRss.high : message.totalRss !== 0))
                            writer.uint32(/* id 19, wireType 0 =*/152).uint64(message.totalRss);
                        if (message.totalRssHuge != null && $Object.hasOwnProperty.call(message, "totalRssHuge") && (typeof message.totalRssHuge === "object" ? message.totalRssHuge.low || message.totalRssHuge.high : message.totalRssHuge !== 0))
                            writer.uint32(/* id 20, wireType 0 =*/160).uint64(message.totalRssHuge);
                        if (message.totalMappedFile != null && $Object.hasOwnProperty.call(message, "totalMappedFile") && (typeof message.totalMappedFile === "object" ? message.totalMappedFile.low || message.totalMappedFile.high : message.totalMappedFile !== 0))
                            writer.uint32(/* id 21, wireType 0 =*/168).uint64(message.totalMappedFile);
                        if (message.totalDirty != null && $Object.hasOwnProperty.call(message, "totalDirty") && (typeof message.totalDirty === "object" ? message.totalDirty.low || message.totalDirty.high : message.totalDirty !== 0))
                            writer.uint32(/* id 22, wireType 0 =*/176).uint64(message.totalDirty);
                        if (message.totalWriteback != null && $Object.hasOwnProperty.call(message, "totalWriteback") && (typeof message.totalWriteback === "object" ? message.totalWriteback.low || message.totalWriteback.high : message.totalWriteback !== 0))
                            writer.uint32(/* id 23, wireType 0 =*/184).uint64(message.totalWriteback);
                        if (message.totalPgPgIn != null && $Object.hasOwnProperty.call(message, "totalPgPgIn") && (typeof message.totalPgPgIn === "object" ? message.totalPgPgIn.low || message.totalPgPgIn.high : message.totalPgPgIn !== 0))
                            writer.uint32(/* id 24, wireType 0 =*/192).uint64(message.totalPgPgIn);
                        if (message.totalPgPgOut != null && $Object.hasOwnProperty.call(message, "totalPgPgOut") && (typeof message.totalPgPgOut === "object" ? message.totalPgPgOut.low || message.totalPgPgOut.high : message.totalPgPgOut !== 0))
                            writer.uint32(/* id 25, wireType 0 =*/200).uint64(message.totalPgPgOut);
                        if (message.totalPgFault != null && $Object.hasOwnProperty.call(message, "totalPgFault") && (typeof message.totalPgFault === "object" ? message.totalPgFault.low || message.totalPgFault.high : message.totalPgFault !== 0))
                            writer.uint32(/* id 26, wireType 0 =*/208).uint64(message.totalPgFault);
                        if (message.totalPgMajFault != null && $Object.hasOwnProperty.call(message, "totalPgMajFault") && (typeof message.totalPgMajFault === "object" ? message.totalPgMajFault.low || message.totalPgMajFault.high : message.totalPgMajFault !== 0))
                            writer.uint32(/* id 27, wireType 0 =*/216).uint64(message.totalPgMajFault);
                        if (message.totalInactiveAnon != null && $Object.hasOwnProperty.call(message, "totalInactiveAnon") && (typeof message.totalInactiveAnon === "object" ? message.totalInactiveAnon.low || message.totalInactiveAnon.high : message.totalInactiveAnon !== 0))
                            writer.uint32(/* id 28, wireType 0 =*/224).uint64(message.totalInactiveAnon);
                        if (message.totalActiveAnon != null && $Object.hasOwnProperty.call(message, "totalActiveAnon") && (typeof message.totalActiveAnon === "object" ? message.totalActiveAnon.low || message.totalActiveAnon.high : message.totalActiveAnon !== 0))
                            writer.uint32(/* id 29, wireType 0 =*/232).uint64(message.totalActiveAnon);
                        if (message.totalInactiveFile != null && $Object.hasOwnProperty.call(message, "totalInactiveFile") && (typeof message.totalInactiveFile === "object" ? message.totalInactiveFile.low || message.totalInactiveFile.high : message.totalInactiveFile !== 0))
                            writer.uint32(/* id 30, wireType 0 =*/240).uint64(message.totalInactiveFile);
                        if (message.totalActiveFile != null && $Object.hasOwnProperty.call(message, "totalActiveFile") && (typeof message.totalActiveFile === "object" ? message.totalActiveFile.low || message.totalActiveFile.high : message.totalActiveFile !== 0))
                            writer.uint32(/* id 31, wireType 0 =*/248).uint64(message.totalActiveFile);
                        if (message.totalUnevictable != null && $Object.hasOwnProperty.call(message, "totalUnevictable") && (typeof message.totalUnevictable === "object" ? message.totalUnevictable.low || message.totalUnevictable.high : message.totalUnevictable !== 0))
                            writer.uint32(/* id 32, wireType 0 =*/256).uint64(message.totalUnevictable);
                        if (message.usage != null && $Object.hasOwnProperty.call(message, "usage"))
                            $root.io.containerd.cgroups.v1.MemoryEntry.encode(message.usage, writer.uint32(/* id 33, wireType 2 =*/266).fork(), _depth + 1).ldelim();
                        if (message.swap != null && $Object.hasOwnProperty.call(message, "swap"))
                            $root.io.containerd.cgroups.v1.MemoryEntry.encode(message.swap, writer.uint32(/* id 34, wireType 2 =*/274).fork(), _depth + 1).ldelim();
                        if (message.kernel != null && $Object.hasOwnProperty.call(message, "kernel"))
                            $root.io.containerd.cgroups.v1.MemoryEntry.encode(message.kernel, writer.uint32(/* id 35, wireType 2 =*/282).fork(), _depth + 1).ldelim();
                        if (message.kernelTcp != null && $Object.hasOwnProperty.call(message, "kernelTcp"))
                            $root.io.containerd.cgroups.v1.MemoryEntry.encode(message.kernelTcp, writer.uint32(/* id 36, wireType 2 =*/290).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a MemoryStat message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v1.MemoryStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.MemoryStat & io.containerd.cgroups.v1.MemoryStat.$Shape} MemoryStat
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
                        message = _target || new $root.io.containerd.cgroups.v1.MemoryStat();
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
                                        message.cache = value;
                                    else
                                        delete message.cache;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.rss = value;
                                    else
                                        delete message.rss;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.rssHuge = value;
                                    else
                                        delete message.rssHuge;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.mappedFile = value;
                                    else
                                        delete message.mappedFile;
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.dirty = value;
                                    else
                                        delete message.dirty;
                                    continue;
                                }
                            case 6: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.writeback = value;
                                    else
                                        delete message.writeback;
                                    continue;
                                }
                            case 7: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.pgPgIn = value;
                                    else
                                        delete message.pgPgIn;
                                    continue;
                                }
                            case 8: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.pgPgOut = value;
                                    else
                                        delete message.pgPgOut;
                                    continue;
                                }
                            case 9: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.pgFault = value;
                                    else
                                        delete message.pgFault;
                                    continue;
                                }
                            case 10: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.pgMajFault = value;
                                    else
                                        delete message.pgMajFault;
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
                                        message.hierarchicalMemoryLimit = value;
                                    else
                                        delete message.hierarchicalMemoryLimit;
                                    continue;
                                }
                            case 17: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.hierarchicalSwapLimit = value;
                                    else
                                        delete message.hierarchicalSwapLimit;
                                    continue;
                                }
                            case 18: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalCache = value;
                                    else
                                        delete message.totalCache;
                                    continue;
                                }
                            case 19: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalRss = value;
                                    else
                                        delete message.totalRss;
                                    continue;
                                }
                            case 20: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalRssHuge = value;
                                    else
                                        delete message.totalRssHuge;
                                    continue;
                                }
                            case 21: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalMappedFile = value;
                                    else
                                        delete message.totalMappedFile;
                                    continue;
                                }
                            case 22: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalDirty = value;
                                    else
                                        delete message.totalDirty;
                                    continue;
                                }
                            case 23: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalWriteback = value;
                                    else
                                        delete message.totalWriteback;
                                    continue;
                                }
                            case 24: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalPgPgIn = value;
                                    else
                                        delete message.totalPgPgIn;
                                    continue;
                                }
                            case 25: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalPgPgOut = value;
                                    else
                                        delete message.totalPgPgOut;
                                    continue;
                                }
                            case 26: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalPgFault = value;
                                    else
                                        delete message.totalPgFault;
                                    continue;
                                }
                            case 27: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalPgMajFault = value;
                                    else
                                        delete message.totalPgMajFault;
                                    continue;
                                }
                            case 28: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalInactiveAnon = value;
                                    else
                                        delete message.totalInactiveAnon;
                                    continue;
                                }
                            case 29: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalActiveAnon = value;
                                    else
                                        delete message.totalActiveAnon;
                                    continue;
                                }
                            case 30: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalInactiveFile = value;
                                    else
                                        delete message.totalInactiveFile;
                                    continue;
                                }
                            case 31: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalActiveFile = value;
                                    else
                                        delete message.totalActiveFile;
                                    continue;
                                }
                            case 32: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.totalUnevictable = value;
                                    else
                                        delete message.totalUnevictable;
                                    continue;
                                }
                            case 33: {
                                    if (wireType !== 2)
                                        break;
                                    message.usage = $root.io.containerd.cgroups.v1.MemoryEntry.decode(reader, reader.size(), $undefined, _depth + 1, message.usage);
                                    continue;
                                }
                            case 34: {
                                    if (wireType !== 2)
                                        break;
                                    message.swap = $root.io.containerd.cgroups.v1.MemoryEntry.decode(reader, reader.size(), $undefined, _depth + 1, message.swap);
                                    continue;
                                }
                            case 35: {
                                    if (wireType !== 2)
                                        break;
                                    message.kernel = $root.io.containerd.cgroups.v1.MemoryEntry.decode(reader, reader.size(), $undefined, _depth + 1, message.kernel);
                                    continue;
                                }
                            case 36: {
                                    if (wireType !== 2)
                                        break;
                                    message.kernelTcp = $root.io.containerd.cgroups.v1.MemoryEntry.decode(reader, reader.size(), $undefined, _depth + 1, message.kernelTcp);
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

                v1.MemoryEntry = (function() {

                    /**
                     * Properties of a MemoryEntry.
                     * @typedef {Object} io.containerd.cgroups.v1.MemoryEntry.$Properties
                     * @property {number|null} [limit] MemoryEntry limit
                     * @property {number|null} [usage] MemoryEntry usage
                     * @property {number|null} [max] MemoryEntry max
                     * @property {number|null} [failcnt] MemoryEntry failcnt
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a MemoryEntry.
                     * @memberof io.containerd.cgroups.v1
                     * @interface IMemoryEntry
                     * @augments io.containerd.cgroups.v1.MemoryEntry.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.MemoryEntry.$Properties instead.
                     */

                    /**
                     * Shape of a MemoryEntry.
                     * @typedef {io.containerd.cgroups.v1.MemoryEntry.$Properties} io.containerd.cgroups.v1.MemoryEntry.$Shape
                     */

                    /**
                     * Constructs a new MemoryEntry.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a MemoryEntry.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.MemoryEntry.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const MemoryEntry = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * MemoryEntry limit.
                     * @member {number} limit
                     * @memberof io.containerd.cgroups.v1.MemoryEntry
                     * @instance
                     */
                    MemoryEntry.prototype.limit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryEntry usage.
                     * @member {number} usage
                     * @memberof io.containerd.cgroups.v1.MemoryEntry
                     * @instance
                     */
                    MemoryEntry.prototype.usage = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryEntry max.
                     * @member {number} max
                     * @memberof io.containerd.cgroups.v1.MemoryEntry
                     * @instance
                     */
                    MemoryEntry.prototype.max = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryEntry failcnt.
                     * @member {number} failcnt
                     * @memberof io.containerd.cgroups.v1.MemoryEntry
                     * @instance
                     */
                    MemoryEntry.prototype.failcnt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified MemoryEntry message. Does not implicitly {@link io.containerd.cgroups.v1.MemoryEntry.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.MemoryEntry
                     * @static
                     * @param {io.containerd.cgroups.v1.MemoryEntry.$Properties} message MemoryEntry message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    MemoryEntry.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && (typeof message.limit === "object" ? message.limit.low || message.limit.high : message.limit !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.limit);
                        if (message.usage != null && $Object.hasOwnProperty.call(message, "usage") && (typeof message.usage === "object" ? message.usage.low || message.usage.high : message.usage !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.usage);
                        if (message.max != null && $Object.hasOwnProperty.call(message, "max") && (typeof message.max === "object" ? message.max.low || message.max.high : message.max !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.max);
                        if (message.failcnt != null && $Object.hasOwnProperty.call(message, "failcnt") && (typeof message.failcnt === "object" ? message.failcnt.low || message.failcnt.high : message.failcnt !== 0))
                            writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.failcnt);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a MemoryEntry message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v1.MemoryEntry
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.MemoryEntry & io.containerd.cgroups.v1.MemoryEntry.$Shape} MemoryEntry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    MemoryEntry.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v1.MemoryEntry();
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
                                        message.limit = value;
                                    else
                                        delete message.limit;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.usage = value;
                                    else
                                        delete message.usage;
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

                    return MemoryEntry;
                })();

                v1.MemoryOomControl = (function() {

                    /**
                     * Properties of a MemoryOomControl.
                     * @typedef {Object} io.containerd.cgroups.v1.MemoryOomControl.$Properties
                     * @property {number|null} [oomKillDisable] MemoryOomControl oomKillDisable
                     * @property {number|null} [underOom] MemoryOomControl underOom
                     * @property {number|null} [oomKill] MemoryOomControl oomKill
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a MemoryOomControl.
                     * @memberof io.containerd.cgroups.v1
                     * @interface IMemoryOomControl
                     * @augments io.containerd.cgroups.v1.MemoryOomControl.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.MemoryOomControl.$Properties instead.
                     */

                    /**
                     * Shape of a MemoryOomControl.
                     * @typedef {io.containerd.cgroups.v1.MemoryOomControl.$Properties} io.containerd.cgroups.v1.MemoryOomControl.$Shape
                     */

                    /**
                     * Constructs a new MemoryOomControl.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a MemoryOomControl.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.MemoryOomControl.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const MemoryOomControl = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * MemoryOomControl oomKillDisable.
                     * @member {number} oomKillDisable
                     * @memberof io.containerd.cgroups.v1.MemoryOomControl
                     * @instance
                     */
                    MemoryOomControl.prototype.oomKillDisable = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryOomControl underOom.
                     * @member {number} underOom
                     * @memberof io.containerd.cgroups.v1.MemoryOomControl
                     * @instance
                     */
                    MemoryOomControl.prototype.underOom = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * MemoryOomControl oomKill.
                     * @member {number} oomKill
                     * @memberof io.containerd.cgroups.v1.MemoryOomControl
                     * @instance
                     */
                    MemoryOomControl.prototype.oomKill = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified MemoryOomControl message. Does not implicitly {@link io.containerd.cgroups.v1.MemoryOomControl.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.MemoryOomControl
                     * @static
                     * @param {io.containerd.cgroups.v1.MemoryOomControl.$Properties} message MemoryOomControl message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    MemoryOomControl.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.oomKillDisable != null && $Object.hasOwnProperty.call(message, "oomKillDisable") && (typeof message.oomKillDisable === "object" ? message.oomKillDisable.low || message.oomKillDisable.high : message.oomKillDisable !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.oomKillDisable);
                        if (message.underOom != null && $Object.hasOwnProperty.call(message, "underOom") && (typeof message.underOom === "object" ? message.underOom.low || message.underOom.high : message.underOom !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.underOom);
                        if (message.oomKill != null && $Object.hasOwnProperty.call(message, "oomKill") && (typeof message.oomKill === "object" ? message.oomKill.low || message.oomKill.high : message.oomKill !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.oomKill);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a MemoryOomControl message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v1.MemoryOomControl
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.MemoryOomControl & io.containerd.cgroups.v1.MemoryOomControl.$Shape} MemoryOomControl
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    MemoryOomControl.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v1.MemoryOomControl();
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
                                        message.oomKillDisable = value;
                                    else
                                        delete message.oomKillDisable;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.underOom = value;
                                    else
                                        delete message.underOom;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.oomKill = value;
                                    else
                                        delete message.oomKill;
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

                    return MemoryOomControl;
                })();

                v1.BlkIOStat = (function() {

                    /**
                     * Properties of a BlkIOStat.
                     * @typedef {Object} io.containerd.cgroups.v1.BlkIOStat.$Properties
                     * @property {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>|null} [ioServiceBytesRecursive] BlkIOStat ioServiceBytesRecursive
                     * @property {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>|null} [ioServicedRecursive] BlkIOStat ioServicedRecursive
                     * @property {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>|null} [ioQueuedRecursive] BlkIOStat ioQueuedRecursive
                     * @property {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>|null} [ioServiceTimeRecursive] BlkIOStat ioServiceTimeRecursive
                     * @property {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>|null} [ioWaitTimeRecursive] BlkIOStat ioWaitTimeRecursive
                     * @property {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>|null} [ioMergedRecursive] BlkIOStat ioMergedRecursive
                     * @property {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>|null} [ioTimeRecursive] BlkIOStat ioTimeRecursive
                     * @property {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>|null} [sectorsRecursive] BlkIOStat sectorsRecursive
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a BlkIOStat.
                     * @memberof io.containerd.cgroups.v1
                     * @interface IBlkIOStat
                     * @augments io.containerd.cgroups.v1.BlkIOStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.BlkIOStat.$Properties instead.
                     */

                    /**
                     * Shape of a BlkIOStat.
                     * @typedef {io.containerd.cgroups.v1.BlkIOStat.$Properties} io.containerd.cgroups.v1.BlkIOStat.$Shape
                     */

                    /**
                     * Constructs a new BlkIOStat.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a BlkIOStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.BlkIOStat.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const BlkIOStat = function (properties) {
                        this.ioServiceBytesRecursive = [];
                        this.ioServicedRecursive = [];
                        this.ioQueuedRecursive = [];
                        this.ioServiceTimeRecursive = [];
                        this.ioWaitTimeRecursive = [];
                        this.ioMergedRecursive = [];
                        this.ioTimeRecursive = [];
                        this.sectorsRecursive = [];
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * BlkIOStat ioServiceBytesRecursive.
                     * @member {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>} ioServiceBytesRecursive
                     * @memberof io.containerd.cgroups.v1.BlkIOStat
                     * @instance
                     */
                    BlkIOStat.prototype.ioServiceBytesRecursive = $util.emptyArray;

                    /**
                     * BlkIOStat ioServicedRecursive.
                     * @member {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>} ioServicedRecursive
                     * @memberof io.containerd.cgroups.v1.BlkIOStat
                     * @instance
                     */
                    BlkIOStat.prototype.ioServicedRecursive = $util.emptyArray;

                    /**
                     * BlkIOStat ioQueuedRecursive.
                     * @member {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>} ioQueuedRecursive
                     * @memberof io.containerd.cgroups.v1.BlkIOStat
                     * @instance
                     */
                    BlkIOStat.prototype.ioQueuedRecursive = $util.emptyArray;

                    /**
                     * BlkIOStat ioServiceTimeRecursive.
                     * @member {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>} ioServiceTimeRecursive
                     * @memberof io.containerd.cgroups.v1.BlkIOStat
                     * @instance
                     */
                    BlkIOStat.prototype.ioServiceTimeRecursive = $util.emptyArray;

                    /**
                     * BlkIOStat ioWaitTimeRecursive.
                     * @member {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>} ioWaitTimeRecursive
                     * @memberof io.containerd.cgroups.v1.BlkIOStat
                     * @instance
                     */
                    BlkIOStat.prototype.ioWaitTimeRecursive = $util.emptyArray;

                    /**
                     * BlkIOStat ioMergedRecursive.
                     * @member {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>} ioMergedRecursive
                     * @memberof io.containerd.cgroups.v1.BlkIOStat
                     * @instance
                     */
                    BlkIOStat.prototype.ioMergedRecursive = $util.emptyArray;

                    /**
                     * BlkIOStat ioTimeRecursive.
                     * @member {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>} ioTimeRecursive
                     * @memberof io.containerd.cgroups.v1.BlkIOStat
                     * @instance
                     */
                    BlkIOStat.prototype.ioTimeRecursive = $util.emptyArray;

                    /**
                     * BlkIOStat sectorsRecursive.
                     * @member {Array.<io.containerd.cgroups.v1.BlkIOEntry.$Properties>} sectorsRecursive
                     * @memberof io.containerd.cgroups.v1.BlkIOStat
                     * @instance
                     */
                    BlkIOStat.prototype.sectorsRecursive = $util.emptyArray;

                    /**
                     * Encodes the specified BlkIOStat message. Does not implicitly {@link io.containerd.cgroups.v1.BlkIOStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.BlkIOStat
                     * @static
                     * @param {io.containerd.cgroups.v1.BlkIOStat.$Properties} message BlkIOStat message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    BlkIOStat.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.ioServiceBytesRecursive != null && message.ioServiceBytesRecursive.length)
                            for (let i = 0; i < message.ioServiceBytesRecursive.length; ++i)
                                $root.io.containerd.cgroups.v1.BlkIOEntry.encode(message.ioServiceBytesRecursive[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                        if (message.ioServicedRecursive != null && message.ioServicedRecursive.length)
                            for (let i = 0; i < message.ioServicedRecursive.length; ++i)
                                $root.io.containerd.cgroups.v1.BlkIOEntry.encode(message.ioServicedRecursive[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.ioQueuedRecursive != null && message.ioQueuedRecursive.length)
                            for (let i = 0; i < message.ioQueuedRecursive.length; ++i)
                                $root.io.containerd.cgroups.v1.BlkIOEntry.encode(message.ioQueuedRecursive[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                        if (message.ioServiceTimeRecursive != null && message.ioServiceTimeRecursive.length)
                            for (let i = 0; i < message.ioServiceTimeRecursive.length; ++i)
                                $root.io.containerd.cgroups.v1.BlkIOEntry.encode(message.ioServiceTimeRecursive[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                        if (message.ioWaitTimeRecursive != null && message.ioWaitTimeRecursive.length)
                            for (let i = 0; i < message.ioWaitTimeRecursive.length; ++i)
                                $root.io.containerd.cgroups.v1.BlkIOEntry.encode(message.ioWaitTimeRecursive[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                        if (message.ioMergedRecursive != null && message.ioMergedRecursive.length)
                            for (let i = 0; i < message.ioMergedRecursive.length; ++i)
                                $root.io.containerd.cgroups.v1.BlkIOEntry.encode(message.ioMergedRecursive[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                        if (message.ioTimeRecursive != null && message.ioTimeRecursive.length)
                            for (let i = 0; i < message.ioTimeRecursive.length; ++i)
                                $root.io.containerd.cgroups.v1.BlkIOEntry.encode(message.ioTimeRecursive[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                        if (message.sectorsRecursive != null && message.sectorsRecursive.length)
                            for (let i = 0; i < message.sectorsRecursive.length; ++i)
                                $root.io.containerd.cgroups.v1.BlkIOEntry.encode(message.sectorsRecursive[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a BlkIOStat message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v1.BlkIOStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.BlkIOStat & io.containerd.cgroups.v1.BlkIOStat.$Shape} BlkIOStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    BlkIOStat.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v1.BlkIOStat();
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
                                    if (!(message.ioServiceBytesRecursive && message.ioServiceBytesRecursive.length))
                                        message.ioServiceBytesRecursive = [];
                                    message.ioServiceBytesRecursive.push($root.io.containerd.cgroups.v1.BlkIOEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.ioServicedRecursive && message.ioServicedRecursive.length))
                                        message.ioServicedRecursive = [];
                                    message.ioServicedRecursive.push($root.io.containerd.cgroups.v1.BlkIOEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.ioQueuedRecursive && message.ioQueuedRecursive.length))
                                        message.ioQueuedRecursive = [];
                                    message.ioQueuedRecursive.push($root.io.containerd.cgroups.v1.BlkIOEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.ioServiceTimeRecursive && message.ioServiceTimeRecursive.length))
                                        message.ioServiceTimeRecursive = [];
                                    message.ioServiceTimeRecursive.push($root.io.containerd.cgroups.v1.BlkIOEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.ioWaitTimeRecursive && message.ioWaitTimeRecursive.length))
                                        message.ioWaitTimeRecursive = [];
                                    message.ioWaitTimeRecursive.push($root.io.containerd.cgroups.v1.BlkIOEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 6: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.ioMergedRecursive && message.ioMergedRecursive.length))
                                        message.ioMergedRecursive = [];
                                    message.ioMergedRecursive.push($root.io.containerd.cgroups.v1.BlkIOEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 7: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.ioTimeRecursive && message.ioTimeRecursive.length))
                                        message.ioTimeRecursive = [];
                                    message.ioTimeRecursive.push($root.io.containerd.cgroups.v1.BlkIOEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 8: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.sectorsRecursive && message.sectorsRecursive.length))
                                        message.sectorsRecursive = [];
                                    message.sectorsRecursive.push($root.io.containerd.cgroups.v1.BlkIOEntry.decode(reader, reader.size(), $undefined, _depth + 1));
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

                    return BlkIOStat;
                })();

                v1.BlkIOEntry = (function() {

                    /**
                     * Properties of a BlkIOEntry.
                     * @typedef {Object} io.containerd.cgroups.v1.BlkIOEntry.$Properties
                     * @property {string|null} [op] BlkIOEntry op
                     * @property {string|null} [device] BlkIOEntry device
                     * @property {number|null} [major] BlkIOEntry major
                     * @property {number|null} [minor] BlkIOEntry minor
                     * @property {number|null} [value] BlkIOEntry value
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a BlkIOEntry.
                     * @memberof io.containerd.cgroups.v1
                     * @interface IBlkIOEntry
                     * @augments io.containerd.cgroups.v1.BlkIOEntry.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.BlkIOEntry.$Properties instead.
                     */

                    /**
                     * Shape of a BlkIOEntry.
                     * @typedef {io.containerd.cgroups.v1.BlkIOEntry.$Properties} io.containerd.cgroups.v1.BlkIOEntry.$Shape
                     */

                    /**
                     * Constructs a new BlkIOEntry.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a BlkIOEntry.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.BlkIOEntry.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const BlkIOEntry = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * BlkIOEntry op.
                     * @member {string} op
                     * @memberof io.containerd.cgroups.v1.BlkIOEntry
                     * @instance
                     */
                    BlkIOEntry.prototype.op = "";

                    /**
                     * BlkIOEntry device.
                     * @member {string} device
                     * @memberof io.containerd.cgroups.v1.BlkIOEntry
                     * @instance
                     */
                    BlkIOEntry.prototype.device = "";

                    /**
                     * BlkIOEntry major.
                     * @member {number} major
                     * @memberof io.containerd.cgroups.v1.BlkIOEntry
                     * @instance
                     */
                    BlkIOEntry.prototype.major = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * BlkIOEntry minor.
                     * @member {number} minor
                     * @memberof io.containerd.cgroups.v1.BlkIOEntry
                     * @instance
                     */
                    BlkIOEntry.prototype.minor = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * BlkIOEntry value.
                     * @member {number} value
                     * @memberof io.containerd.cgroups.v1.BlkIOEntry
                     * @instance
                     */
                    BlkIOEntry.prototype.value = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified BlkIOEntry message. Does not implicitly {@link io.containerd.cgroups.v1.BlkIOEntry.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.BlkIOEntry
                     * @static
                     * @param {io.containerd.cgroups.v1.BlkIOEntry.$Properties} message BlkIOEntry message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    BlkIOEntry.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.op != null && $Object.hasOwnProperty.call(message, "op") && message.op !== "")
                            writer.uint32(/* id 1, wireType 2 =*/10).string(message.op);
                        if (message.device != null && $Object.hasOwnProperty.call(message, "device") && message.device !== "")
                            writer.uint32(/* id 2, wireType 2 =*/18).string(message.device);
                        if (message.major != null && $Object.hasOwnProperty.call(message, "major") && (typeof message.major === "object" ? message.major.low || message.major.high : message.major !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.major);
                        if (message.minor != null && $Object.hasOwnProperty.call(message, "minor") && (typeof message.minor === "object" ? message.minor.low || message.minor.high : message.minor !== 0))
                            writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.minor);
                        if (message.value != null && $Object.hasOwnProperty.call(message, "value") && (typeof message.value === "object" ? message.value.low || message.value.high : message.value !== 0))
                            writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.value);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a BlkIOEntry message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v1.BlkIOEntry
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.BlkIOEntry & io.containerd.cgroups.v1.BlkIOEntry.$Shape} BlkIOEntry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    BlkIOEntry.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v1.BlkIOEntry();
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
                                        message.op = value;
                                    else
                                        delete message.op;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    if ((value = reader.stringVerify()).length)
                                        message.device = value;
                                    else
                                        delete message.device;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.major = value;
                                    else
                                        delete message.major;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.minor = value;
                                    else
                                        delete message.minor;
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
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

                    return BlkIOEntry;
                })();

                v1.RdmaStat = (function() {

                    /**
                     * Properties of a RdmaStat.
                     * @typedef {Object} io.containerd.cgroups.v1.RdmaStat.$Properties
                     * @property {Array.<io.containerd.cgroups.v1.RdmaEntry.$Properties>|null} [current] RdmaStat current
                     * @property {Array.<io.containerd.cgroups.v1.RdmaEntry.$Properties>|null} [limit] RdmaStat limit
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a RdmaStat.
                     * @memberof io.containerd.cgroups.v1
                     * @interface IRdmaStat
                     * @augments io.containerd.cgroups.v1.RdmaStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.RdmaStat.$Properties instead.
                     */

                    /**
                     * Shape of a RdmaStat.
                     * @typedef {io.containerd.cgroups.v1.RdmaStat.$Properties} io.containerd.cgroups.v1.RdmaStat.$Shape
                     */

                    /**
                     * Constructs a new RdmaStat.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a RdmaStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.RdmaStat.$Properties=} [properties] Properties to set
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
                     * @member {Array.<io.containerd.cgroups.v1.RdmaEntry.$Properties>} current
                     * @memberof io.containerd.cgroups.v1.RdmaStat
                     * @instance
                     */
                    RdmaStat.prototype.current = $util.emptyArray;

                    /**
                     * RdmaStat limit.
                     * @member {Array.<io.containerd.cgroups.v1.RdmaEntry.$Properties>} limit
                     * @memberof io.containerd.cgroups.v1.RdmaStat
                     * @instance
                     */
                    RdmaStat.prototype.limit = $util.emptyArray;

                    /**
                     * Encodes the specified RdmaStat message. Does not implicitly {@link io.containerd.cgroups.v1.RdmaStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.RdmaStat
                     * @static
                     * @param {io.containerd.cgroups.v1.RdmaStat.$Properties} message RdmaStat message or plain object to encode
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
                                $root.io.containerd.cgroups.v1.RdmaEntry.encode(message.current[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                        if (message.limit != null && message.limit.length)
                            for (let i = 0; i < message.limit.length; ++i)
                                $root.io.containerd.cgroups.v1.RdmaEntry.encode(message.limit[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a RdmaStat message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v1.RdmaStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.RdmaStat & io.containerd.cgroups.v1.RdmaStat.$Shape} RdmaStat
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
                        message = _target || new $root.io.containerd.cgroups.v1.RdmaStat();
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
                                    message.current.push($root.io.containerd.cgroups.v1.RdmaEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 2)
                                        break;
                                    if (!(message.limit && message.limit.length))
                                        message.limit = [];
                                    message.limit.push($root.io.containerd.cgroups.v1.RdmaEntry.decode(reader, reader.size(), $undefined, _depth + 1));
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

                v1.RdmaEntry = (function() {

                    /**
                     * Properties of a RdmaEntry.
                     * @typedef {Object} io.containerd.cgroups.v1.RdmaEntry.$Properties
                     * @property {string|null} [device] RdmaEntry device
                     * @property {number|null} [hcaHandles] RdmaEntry hcaHandles
                     * @property {number|null} [hcaObjects] RdmaEntry hcaObjects
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a RdmaEntry.
                     * @memberof io.containerd.cgroups.v1
                     * @interface IRdmaEntry
                     * @augments io.containerd.cgroups.v1.RdmaEntry.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.RdmaEntry.$Properties instead.
                     */

                    /**
                     * Shape of a RdmaEntry.
                     * @typedef {io.containerd.cgroups.v1.RdmaEntry.$Properties} io.containerd.cgroups.v1.RdmaEntry.$Shape
                     */

                    /**
                     * Constructs a new RdmaEntry.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a RdmaEntry.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.RdmaEntry.$Properties=} [properties] Properties to set
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
                     * @memberof io.containerd.cgroups.v1.RdmaEntry
                     * @instance
                     */
                    RdmaEntry.prototype.device = "";

                    /**
                     * RdmaEntry hcaHandles.
                     * @member {number} hcaHandles
                     * @memberof io.containerd.cgroups.v1.RdmaEntry
                     * @instance
                     */
                    RdmaEntry.prototype.hcaHandles = 0;

                    /**
                     * RdmaEntry hcaObjects.
                     * @member {number} hcaObjects
                     * @memberof io.containerd.cgroups.v1.RdmaEntry
                     * @instance
                     */
                    RdmaEntry.prototype.hcaObjects = 0;

                    /**
                     * Encodes the specified RdmaEntry message. Does not implicitly {@link io.containerd.cgroups.v1.RdmaEntry.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.RdmaEntry
                     * @static
                     * @param {io.containerd.cgroups.v1.RdmaEntry.$Properties} message RdmaEntry message or plain object to encode
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
                     * @memberof io.containerd.cgroups.v1.RdmaEntry
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.RdmaEntry & io.containerd.cgroups.v1.RdmaEntry.$Shape} RdmaEntry
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
                        message = _target || new $root.io.containerd.cgroups.v1.RdmaEntry();
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

                v1.NetworkStat = (function() {

                    /**
                     * Properties of a NetworkStat.
                     * @typedef {Object} io.containerd.cgroups.v1.NetworkStat.$Properties
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
                     * @memberof io.containerd.cgroups.v1
                     * @interface INetworkStat
                     * @augments io.containerd.cgroups.v1.NetworkStat.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.NetworkStat.$Properties instead.
                     */

                    /**
                     * Shape of a NetworkStat.
                     * @typedef {io.containerd.cgroups.v1.NetworkStat.$Properties} io.containerd.cgroups.v1.NetworkStat.$Shape
                     */

                    /**
                     * Constructs a new NetworkStat.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a NetworkStat.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.NetworkStat.$Properties=} [properties] Properties to set
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
                     * @memberof io.containerd.cgroups.v1.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.name = "";

                    /**
                     * NetworkStat rxBytes.
                     * @member {number} rxBytes
                     * @memberof io.containerd.cgroups.v1.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.rxBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat rxPackets.
                     * @member {number} rxPackets
                     * @memberof io.containerd.cgroups.v1.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.rxPackets = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat rxErrors.
                     * @member {number} rxErrors
                     * @memberof io.containerd.cgroups.v1.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.rxErrors = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat rxDropped.
                     * @member {number} rxDropped
                     * @memberof io.containerd.cgroups.v1.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.rxDropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat txBytes.
                     * @member {number} txBytes
                     * @memberof io.containerd.cgroups.v1.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.txBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat txPackets.
                     * @member {number} txPackets
                     * @memberof io.containerd.cgroups.v1.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.txPackets = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat txErrors.
                     * @member {number} txErrors
                     * @memberof io.containerd.cgroups.v1.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.txErrors = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * NetworkStat txDropped.
                     * @member {number} txDropped
                     * @memberof io.containerd.cgroups.v1.NetworkStat
                     * @instance
                     */
                    NetworkStat.prototype.txDropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified NetworkStat message. Does not implicitly {@link io.containerd.cgroups.v1.NetworkStat.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.NetworkStat
                     * @static
                     * @param {io.containerd.cgroups.v1.NetworkStat.$Properties} message NetworkStat message or plain object to encode
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
                     * @memberof io.containerd.cgroups.v1.NetworkStat
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.NetworkStat & io.containerd.cgroups.v1.NetworkStat.$Shape} NetworkStat
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
                        message = _target || new $root.io.containerd.cgroups.v1.NetworkStat();
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

                v1.CgroupStats = (function() {

                    /**
                     * Properties of a CgroupStats.
                     * @typedef {Object} io.containerd.cgroups.v1.CgroupStats.$Properties
                     * @property {number|null} [nrSleeping] CgroupStats nrSleeping
                     * @property {number|null} [nrRunning] CgroupStats nrRunning
                     * @property {number|null} [nrStopped] CgroupStats nrStopped
                     * @property {number|null} [nrUninterruptible] CgroupStats nrUninterruptible
                     * @property {number|null} [nrIoWait] CgroupStats nrIoWait
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */

                    /**
                     * Properties of a CgroupStats.
                     * @memberof io.containerd.cgroups.v1
                     * @interface ICgroupStats
                     * @augments io.containerd.cgroups.v1.CgroupStats.$Properties
                     * @deprecated Use io.containerd.cgroups.v1.CgroupStats.$Properties instead.
                     */

                    /**
                     * Shape of a CgroupStats.
                     * @typedef {io.containerd.cgroups.v1.CgroupStats.$Properties} io.containerd.cgroups.v1.CgroupStats.$Shape
                     */

                    /**
                     * Constructs a new CgroupStats.
                     * @memberof io.containerd.cgroups.v1
                     * @classdesc Represents a CgroupStats.
                     * @constructor
                     * @param {io.containerd.cgroups.v1.CgroupStats.$Properties=} [properties] Properties to set
                     * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                     */
                    const CgroupStats = function (properties) {
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    /**
                     * CgroupStats nrSleeping.
                     * @member {number} nrSleeping
                     * @memberof io.containerd.cgroups.v1.CgroupStats
                     * @instance
                     */
                    CgroupStats.prototype.nrSleeping = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CgroupStats nrRunning.
                     * @member {number} nrRunning
                     * @memberof io.containerd.cgroups.v1.CgroupStats
                     * @instance
                     */
                    CgroupStats.prototype.nrRunning = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CgroupStats nrStopped.
                     * @member {number} nrStopped
                     * @memberof io.containerd.cgroups.v1.CgroupStats
                     * @instance
                     */
                    CgroupStats.prototype.nrStopped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CgroupStats nrUninterruptible.
                     * @member {number} nrUninterruptible
                     * @memberof io.containerd.cgroups.v1.CgroupStats
                     * @instance
                     */
                    CgroupStats.prototype.nrUninterruptible = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * CgroupStats nrIoWait.
                     * @member {number} nrIoWait
                     * @memberof io.containerd.cgroups.v1.CgroupStats
                     * @instance
                     */
                    CgroupStats.prototype.nrIoWait = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                    /**
                     * Encodes the specified CgroupStats message. Does not implicitly {@link io.containerd.cgroups.v1.CgroupStats.verify|verify} messages.
                     * @function encode
                     * @memberof io.containerd.cgroups.v1.CgroupStats
                     * @static
                     * @param {io.containerd.cgroups.v1.CgroupStats.$Properties} message CgroupStats message or plain object to encode
                     * @param {$protobuf.Writer} [writer] Writer to encode to
                     * @returns {$protobuf.Writer} Writer
                     */
                    CgroupStats.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.nrSleeping != null && $Object.hasOwnProperty.call(message, "nrSleeping") && (typeof message.nrSleeping === "object" ? message.nrSleeping.low || message.nrSleeping.high : message.nrSleeping !== 0))
                            writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.nrSleeping);
                        if (message.nrRunning != null && $Object.hasOwnProperty.call(message, "nrRunning") && (typeof message.nrRunning === "object" ? message.nrRunning.low || message.nrRunning.high : message.nrRunning !== 0))
                            writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.nrRunning);
                        if (message.nrStopped != null && $Object.hasOwnProperty.call(message, "nrStopped") && (typeof message.nrStopped === "object" ? message.nrStopped.low || message.nrStopped.high : message.nrStopped !== 0))
                            writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.nrStopped);
                        if (message.nrUninterruptible != null && $Object.hasOwnProperty.call(message, "nrUninterruptible") && (typeof message.nrUninterruptible === "object" ? message.nrUninterruptible.low || message.nrUninterruptible.high : message.nrUninterruptible !== 0))
                            writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.nrUninterruptible);
                        if (message.nrIoWait != null && $Object.hasOwnProperty.call(message, "nrIoWait") && (typeof message.nrIoWait === "object" ? message.nrIoWait.low || message.nrIoWait.high : message.nrIoWait !== 0))
                            writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.nrIoWait);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    /**
                     * Decodes a CgroupStats message from the specified reader or buffer.
                     * @function decode
                     * @memberof io.containerd.cgroups.v1.CgroupStats
                     * @static
                     * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                     * @param {number} [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.CgroupStats & io.containerd.cgroups.v1.CgroupStats.$Shape} CgroupStats
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    CgroupStats.decode = function (reader, length, _end, _depth, _target) {
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
                        message = _target || new $root.io.containerd.cgroups.v1.CgroupStats();
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
                                        message.nrSleeping = value;
                                    else
                                        delete message.nrSleeping;
                                    continue;
                                }
                            case 2: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.nrRunning = value;
                                    else
                                        delete message.nrRunning;
                                    continue;
                                }
                            case 3: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.nrStopped = value;
                                    else
                                        delete message.nrStopped;
                                    continue;
                                }
                            case 4: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.nrUninterruptible = value;
                                    else
                                        delete message.nrUninterruptible;
                                    continue;
                                }
                            case 5: {
                                    if (wireType !== 0)
                                        break;
                                    if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                        message.nrIoWait = value;
                                    else
                                        delete message.nrIoWait;
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

                    return CgroupStats;
                })();

                return v1;
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
