/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["runts-options"] || ($protobuf.roots["runts-options"] = {});

export const containerd = $root.containerd = (() => {

    /**
     * Namespace containerd.
     * @exports containerd
     * @namespace
     */
    const containerd = {};

    containerd.runc = (function() {

        /**
         * Namespace runc.
         * @memberof containerd
         * @namespace
         */
        const runc = {};

        runc.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof containerd.runc
             * @namespace
             */
            const v1 = {};

            v1.Options = (function() {

                /**
                 * Properties of an Options.
                 * @typedef {Object} containerd.runc.v1.Options.$Properties
                 * @property {boolean|null} [noPivotRoot] Options noPivotRoot
                 * @property {boolean|null} [noNewKeyring] Options noNewKeyring
                 * @property {string|null} [shimCgroup] Options shimCgroup
                 * @property {number|null} [ioUid] Options ioUid
                 * @property {number|null} [ioGid] Options ioGid
                 * @property {string|null} [binaryName] Options binaryName
                 * @property {string|null} [root] Options root
                 * @property {string|null} [criuPath] Options criuPath
                 * @property {boolean|null} [systemdCgroup] Options systemdCgroup
                 * @property {string|null} [criuImagePath] Options criuImagePath
                 * @property {string|null} [criuWorkPath] Options criuWorkPath
                 * @property {string|null} [taskApiAddress] Options taskApiAddress
                 * @property {number|null} [taskApiVersion] Options taskApiVersion
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an Options.
                 * @memberof containerd.runc.v1
                 * @interface IOptions
                 * @augments containerd.runc.v1.Options.$Properties
                 * @deprecated Use containerd.runc.v1.Options.$Properties instead.
                 */

                /**
                 * Shape of an Options.
                 * @typedef {containerd.runc.v1.Options.$Properties} containerd.runc.v1.Options.$Shape
                 */

                /**
                 * Constructs a new Options.
                 * @memberof containerd.runc.v1
                 * @classdesc Represents an Options.
                 * @constructor
                 * @param {containerd.runc.v1.Options.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const Options = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * Options noPivotRoot.
                 * @member {boolean} noPivotRoot
                 * @memberof containerd.runc.v1.Options
                 * @instance
                 */
                Options.prototype.noPivotRoot = false;

                /**
                 * Options noNewKeyring.
                 * @member {boolean} noNewKeyring
                 * @memberof containerd.runc.v1.Options
                 * @instance
                 */
                Options.prototype.noNewKeyring = false;

                /**
                 * Options shimCgroup.
                 * @member {string} shimCgroup
                 * @memberof containerd.runc.v1.Options
                 * @instance
                 */
                Options.prototype.shimCgroup = "";

                /**
                 * Options ioUid.
                 * @member {number} ioUid
                 * @memberof containerd.runc.v1.Options
                 * @instance
                 */
                Options.prototype.ioUid = 0;

                /**
                 * Options ioGid.
                 * @member {number} ioGid
                 * @memberof containerd.runc.v1.Options
                 * @instance
                 */
                Options.prototype.ioGid = 0;

                /**
                 * Options binaryName.
                 * @member {string} binaryName
                 * @memberof containerd.runc.v1.Options
                 * @instance
                 */
                Options.prototype.binaryName = "";

                /**
                 * Options root.
                 * @member {string} root
                 * @memberof containerd.runc.v1.Options
                 * @instance
                 */
                Options.prototype.root = "";

                /**
                 * Options criuPath.
                 * @member {string} criuPath
                 * @memberof containerd.runc.v1.Options
                 * @instance
                 */
                Options.prototype.criuPath = "";

                /**
                 * Options systemdCgroup.
                 * @member {boolean} systemdCgroup
                 * @memberof containerd.runc.v1.Options
                 * @instance
                 */
                Options.prototype.systemdCgroup = false;

                /**
                 * Options criuImagePath.
                 * @member {string} criuImagePath
                 * @memberof containerd.runc.v1.Options
                 * @instance
                 */
                Options.prototype.criuImagePath = "";

                /**
                 * Options criuWorkPath.
                 * @member {string} criuWorkPath
                 * @memberof containerd.runc.v1.Options
                 * @instance
                 */
                Options.prototype.criuWorkPath = "";

                /**
                 * Options taskApiAddress.
                 * @member {string} taskApiAddress
                 * @memberof containerd.runc.v1.Options
                 * @instance
                 */
                Options.prototype.taskApiAddress = "";

                /**
                 * Options taskApiVersion.
                 * @member {number} taskApiVersion
                 * @memberof containerd.runc.v1.Options
                 * @instance
                 */
                Options.prototype.taskApiVersion = 0;

                /**
                 * Encodes the specified Options message. Does not implicitly {@link containerd.runc.v1.Options.verify|verify} messages.
                 * @function encode
                 * @memberof containerd.runc.v1.Options
                 * @static
                 * @param {containerd.runc.v1.Options.$Properties} message Options message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                Options.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.noPivotRoot != null && $Object.hasOwnProperty.call(message, "noPivotRoot") && message.noPivotRoot !== false)
                        writer.uint32(/* id 1, wireType 0 =*/8).bool(message.noPivotRoot);
                    if (message.noNewKeyring != null && $Object.hasOwnProperty.call(message, "noNewKeyring") && message.noNewKeyring !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.noNewKeyring);
                    if (message.shimCgroup != null && $Object.hasOwnProperty.call(message, "shimCgroup") && message.shimCgroup !== "")
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.shimCgroup);
                    if (message.ioUid != null && $Object.hasOwnProperty.call(message, "ioUid") && message.ioUid !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.ioUid);
                    if (message.ioGid != null && $Object.hasOwnProperty.call(message, "ioGid") && message.ioGid !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.ioGid);
                    if (message.binaryName != null && $Object.hasOwnProperty.call(message, "binaryName") && message.binaryName !== "")
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.binaryName);
                    if (message.root != null && $Object.hasOwnProperty.call(message, "root") && message.root !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.root);
                    if (message.criuPath != null && $Object.hasOwnProperty.call(message, "criuPath") && message.criuPath !== "")
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.criuPath);
                    if (message.systemdCgroup != null && $Object.hasOwnProperty.call(message, "systemdCgroup") && message.systemdCgroup !== false)
                        writer.uint32(/* id 9, wireType 0 =*/72).bool(message.systemdCgroup);
                    if (message.criuImagePath != null && $Object.hasOwnProperty.call(message, "criuImagePath") && message.criuImagePath !== "")
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.criuImagePath);
                    if (message.criuWorkPath != null && $Object.hasOwnProperty.call(message, "criuWorkPath") && message.criuWorkPath !== "")
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.criuWorkPath);
                    if (message.taskApiAddress != null && $Object.hasOwnProperty.call(message, "taskApiAddress") && message.taskApiAddress !== "")
                        writer.uint32(/* id 12, wireType 2 =*/98).string(message.taskApiAddress);
                    if (message.taskApiVersion != null && $Object.hasOwnProperty.call(message, "taskApiVersion") && message.taskApiVersion !== 0)
                        writer.uint32(/* id 13, wireType 0 =*/104).uint32(message.taskApiVersion);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an Options message from the specified reader or buffer.
                 * @function decode
                 * @memberof containerd.runc.v1.Options
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {containerd.runc.v1.Options & containerd.runc.v1.Options.$Shape} Options
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                Options.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.containerd.runc.v1.Options();
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
                                if (value = reader.bool())
                                    message.noPivotRoot = value;
                                else
                                    delete message.noPivotRoot;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.noNewKeyring = value;
                                else
                                    delete message.noNewKeyring;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.shimCgroup = value;
                                else
                                    delete message.shimCgroup;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.ioUid = value;
                                else
                                    delete message.ioUid;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.ioGid = value;
                                else
                                    delete message.ioGid;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.binaryName = value;
                                else
                                    delete message.binaryName;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.root = value;
                                else
                                    delete message.root;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.criuPath = value;
                                else
                                    delete message.criuPath;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.systemdCgroup = value;
                                else
                                    delete message.systemdCgroup;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.criuImagePath = value;
                                else
                                    delete message.criuImagePath;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.criuWorkPath = value;
                                else
                                    delete message.criuWorkPath;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.taskApiAddress = value;
                                else
                                    delete message.taskApiAddress;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.taskApiVersion = value;
                                else
                                    delete message.taskApiVersion;
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

                return Options;
            })();

            v1.CheckpointOptions = (function() {

                /**
                 * Properties of a CheckpointOptions.
                 * @typedef {Object} containerd.runc.v1.CheckpointOptions.$Properties
                 * @property {boolean|null} [exit] CheckpointOptions exit
                 * @property {boolean|null} [openTcp] CheckpointOptions openTcp
                 * @property {boolean|null} [externalUnixSockets] CheckpointOptions externalUnixSockets
                 * @property {boolean|null} [terminal] CheckpointOptions terminal
                 * @property {boolean|null} [fileLocks] CheckpointOptions fileLocks
                 * @property {Array.<string>|null} [emptyNamespaces] CheckpointOptions emptyNamespaces
                 * @property {string|null} [cgroupsMode] CheckpointOptions cgroupsMode
                 * @property {string|null} [imagePath] CheckpointOptions imagePath
                 * @property {string|null} [workPath] CheckpointOptions workPath
                 * @property {string|null} [parentPath] CheckpointOptions parentPath
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a CheckpointOptions.
                 * @memberof containerd.runc.v1
                 * @interface ICheckpointOptions
                 * @augments containerd.runc.v1.CheckpointOptions.$Properties
                 * @deprecated Use containerd.runc.v1.CheckpointOptions.$Properties instead.
                 */

                /**
                 * Shape of a CheckpointOptions.
                 * @typedef {containerd.runc.v1.CheckpointOptions.$Properties} containerd.runc.v1.CheckpointOptions.$Shape
                 */

                /**
                 * Constructs a new CheckpointOptions.
                 * @memberof containerd.runc.v1
                 * @classdesc Represents a CheckpointOptions.
                 * @constructor
                 * @param {containerd.runc.v1.CheckpointOptions.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const CheckpointOptions = function (properties) {
                    this.emptyNamespaces = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * CheckpointOptions exit.
                 * @member {boolean} exit
                 * @memberof containerd.runc.v1.CheckpointOptions
                 * @instance
                 */
                CheckpointOptions.prototype.exit = false;

                /**
                 * CheckpointOptions openTcp.
                 * @member {boolean} openTcp
                 * @memberof containerd.runc.v1.CheckpointOptions
                 * @instance
                 */
                CheckpointOptions.prototype.openTcp = false;

                /**
                 * CheckpointOptions externalUnixSockets.
                 * @member {boolean} externalUnixSockets
                 * @memberof containerd.runc.v1.CheckpointOptions
                 * @instance
                 */
                CheckpointOptions.prototype.externalUnixSockets = false;

                /**
                 * CheckpointOptions terminal.
                 * @member {boolean} terminal
                 * @memberof containerd.runc.v1.CheckpointOptions
                 * @instance
                 */
                CheckpointOptions.prototype.terminal = false;

                /**
                 * CheckpointOptions fileLocks.
                 * @member {boolean} fileLocks
                 * @memberof containerd.runc.v1.CheckpointOptions
                 * @instance
                 */
                CheckpointOptions.prototype.fileLocks = false;

                /**
                 * CheckpointOptions emptyNamespaces.
                 * @member {Array.<string>} emptyNamespaces
                 * @memberof containerd.runc.v1.CheckpointOptions
                 * @instance
                 */
                CheckpointOptions.prototype.emptyNamespaces = $util.emptyArray;

                /**
                 * CheckpointOptions cgroupsMode.
                 * @member {string} cgroupsMode
                 * @memberof containerd.runc.v1.CheckpointOptions
                 * @instance
                 */
                CheckpointOptions.prototype.cgroupsMode = "";

                /**
                 * CheckpointOptions imagePath.
                 * @member {string} imagePath
                 * @memberof containerd.runc.v1.CheckpointOptions
                 * @instance
                 */
                CheckpointOptions.prototype.imagePath = "";

                /**
                 * CheckpointOptions workPath.
                 * @member {string} workPath
                 * @memberof containerd.runc.v1.CheckpointOptions
                 * @instance
                 */
                CheckpointOptions.prototype.workPath = "";

                /**
                 * CheckpointOptions parentPath.
                 * @member {string} parentPath
                 * @memberof containerd.runc.v1.CheckpointOptions
                 * @instance
                 */
                CheckpointOptions.prototype.parentPath = "";

                /**
                 * Encodes the specified CheckpointOptions message. Does not implicitly {@link containerd.runc.v1.CheckpointOptions.verify|verify} messages.
                 * @function encode
                 * @memberof containerd.runc.v1.CheckpointOptions
                 * @static
                 * @param {containerd.runc.v1.CheckpointOptions.$Properties} message CheckpointOptions message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                CheckpointOptions.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.exit != null && $Object.hasOwnProperty.call(message, "exit") && message.exit !== false)
                        writer.uint32(/* id 1, wireType 0 =*/8).bool(message.exit);
                    if (message.openTcp != null && $Object.hasOwnProperty.call(message, "openTcp") && message.openTcp !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.openTcp);
                    if (message.externalUnixSockets != null && $Object.hasOwnProperty.call(message, "externalUnixSockets") && message.externalUnixSockets !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.externalUnixSockets);
                    if (message.terminal != null && $Object.hasOwnProperty.call(message, "terminal") && message.terminal !== false)
                        writer.uint32(/* id 4, wireType 0 =*/32).bool(message.terminal);
                    if (message.fileLocks != null && $Object.hasOwnProperty.call(message, "fileLocks") && message.fileLocks !== false)
                        writer.uint32(/* id 5, wireType 0 =*/40).bool(message.fileLocks);
                    if (message.emptyNamespaces != null && message.emptyNamespaces.length)
                        for (let i = 0; i < message.emptyNamespaces.length; ++i)
                            writer.uint32(/* id 6, wireType 2 =*/50).string(message.emptyNamespaces[i]);
                    if (message.cgroupsMode != null && $Object.hasOwnProperty.call(message, "cgroupsMode") && message.cgroupsMode !== "")
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.cgroupsMode);
                    if (message.imagePath != null && $Object.hasOwnProperty.call(message, "imagePath") && message.imagePath !== "")
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.imagePath);
                    if (message.workPath != null && $Object.hasOwnProperty.call(message, "workPath") && message.workPath !== "")
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.workPath);
                    if (message.parentPath != null && $Object.hasOwnProperty.call(message, "parentPath") && message.parentPath !== "")
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.parentPath);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a CheckpointOptions message from the specified reader or buffer.
                 * @function decode
                 * @memberof containerd.runc.v1.CheckpointOptions
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {containerd.runc.v1.CheckpointOptions & containerd.runc.v1.CheckpointOptions.$Shape} CheckpointOptions
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                CheckpointOptions.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.containerd.runc.v1.CheckpointOptions();
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
                                if (value = reader.bool())
                                    message.exit = value;
                                else
                                    delete message.exit;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.openTcp = value;
                                else
                                    delete message.openTcp;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.externalUnixSockets = value;
                                else
                                    delete message.externalUnixSockets;
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
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.fileLocks = value;
                                else
                                    delete message.fileLocks;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.emptyNamespaces && message.emptyNamespaces.length))
                                    message.emptyNamespaces = [];
                                message.emptyNamespaces.push(reader.stringVerify());
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.cgroupsMode = value;
                                else
                                    delete message.cgroupsMode;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.imagePath = value;
                                else
                                    delete message.imagePath;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.workPath = value;
                                else
                                    delete message.workPath;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.parentPath = value;
                                else
                                    delete message.parentPath;
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

                return CheckpointOptions;
            })();

            v1.ProcessDetails = (function() {

                /**
                 * Properties of a ProcessDetails.
                 * @typedef {Object} containerd.runc.v1.ProcessDetails.$Properties
                 * @property {string|null} [execId] ProcessDetails execId
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ProcessDetails.
                 * @memberof containerd.runc.v1
                 * @interface IProcessDetails
                 * @augments containerd.runc.v1.ProcessDetails.$Properties
                 * @deprecated Use containerd.runc.v1.ProcessDetails.$Properties instead.
                 */

                /**
                 * Shape of a ProcessDetails.
                 * @typedef {containerd.runc.v1.ProcessDetails.$Properties} containerd.runc.v1.ProcessDetails.$Shape
                 */

                /**
                 * Constructs a new ProcessDetails.
                 * @memberof containerd.runc.v1
                 * @classdesc Represents a ProcessDetails.
                 * @constructor
                 * @param {containerd.runc.v1.ProcessDetails.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ProcessDetails = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ProcessDetails execId.
                 * @member {string} execId
                 * @memberof containerd.runc.v1.ProcessDetails
                 * @instance
                 */
                ProcessDetails.prototype.execId = "";

                /**
                 * Encodes the specified ProcessDetails message. Does not implicitly {@link containerd.runc.v1.ProcessDetails.verify|verify} messages.
                 * @function encode
                 * @memberof containerd.runc.v1.ProcessDetails
                 * @static
                 * @param {containerd.runc.v1.ProcessDetails.$Properties} message ProcessDetails message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ProcessDetails.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.execId != null && $Object.hasOwnProperty.call(message, "execId") && message.execId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.execId);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ProcessDetails message from the specified reader or buffer.
                 * @function decode
                 * @memberof containerd.runc.v1.ProcessDetails
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {containerd.runc.v1.ProcessDetails & containerd.runc.v1.ProcessDetails.$Shape} ProcessDetails
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ProcessDetails.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.containerd.runc.v1.ProcessDetails();
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
                                    message.execId = value;
                                else
                                    delete message.execId;
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

                return ProcessDetails;
            })();

            return v1;
        })();

        return runc;
    })();

    return containerd;
})();

export const runtimeoptions = $root.runtimeoptions = (() => {

    /**
     * Namespace runtimeoptions.
     * @exports runtimeoptions
     * @namespace
     */
    const runtimeoptions = {};

    runtimeoptions.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof runtimeoptions
         * @namespace
         */
        const v1 = {};

        v1.Options = (function() {

            /**
             * Properties of an Options.
             * @typedef {Object} runtimeoptions.v1.Options.$Properties
             * @property {string|null} [typeUrl] Options typeUrl
             * @property {string|null} [configPath] Options configPath
             * @property {Uint8Array|null} [configBody] Options configBody
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Options.
             * @memberof runtimeoptions.v1
             * @interface IOptions
             * @augments runtimeoptions.v1.Options.$Properties
             * @deprecated Use runtimeoptions.v1.Options.$Properties instead.
             */

            /**
             * Shape of an Options.
             * @typedef {runtimeoptions.v1.Options.$Properties} runtimeoptions.v1.Options.$Shape
             */

            /**
             * Constructs a new Options.
             * @memberof runtimeoptions.v1
             * @classdesc Represents an Options.
             * @constructor
             * @param {runtimeoptions.v1.Options.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Options = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Options typeUrl.
             * @member {string} typeUrl
             * @memberof runtimeoptions.v1.Options
             * @instance
             */
            Options.prototype.typeUrl = "";

            /**
             * Options configPath.
             * @member {string} configPath
             * @memberof runtimeoptions.v1.Options
             * @instance
             */
            Options.prototype.configPath = "";

            /**
             * Options configBody.
             * @member {Uint8Array} configBody
             * @memberof runtimeoptions.v1.Options
             * @instance
             */
            Options.prototype.configBody = $util.newBuffer([]);

            /**
             * Encodes the specified Options message. Does not implicitly {@link runtimeoptions.v1.Options.verify|verify} messages.
             * @function encode
             * @memberof runtimeoptions.v1.Options
             * @static
             * @param {runtimeoptions.v1.Options.$Properties} message Options message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Options.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.typeUrl != null && $Object.hasOwnProperty.call(message, "typeUrl") && message.typeUrl !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.typeUrl);
                if (message.configPath != null && $Object.hasOwnProperty.call(message, "configPath") && message.configPath !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.configPath);
                if (message.configBody != null && $Object.hasOwnProperty.call(message, "configBody") && message.configBody.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.configBody);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Options message from the specified reader or buffer.
             * @function decode
             * @memberof runtimeoptions.v1.Options
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {runtimeoptions.v1.Options & runtimeoptions.v1.Options.$Shape} Options
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Options.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.runtimeoptions.v1.Options();
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
                            if ((value = reader.stringVerify()).length)
                                message.configPath = value;
                            else
                                delete message.configPath;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.configBody = value;
                            else
                                delete message.configBody;
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

            return Options;
        })();

        return v1;
    })();

    return runtimeoptions;
})();

export {
  $root as default
};
