import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace io. */
export namespace io {

    /** Namespace containerd. */
    namespace containerd {

        /** Namespace cgroups. */
        namespace cgroups {

            /** Namespace v2. */
            namespace v2 {

                /**
                 * Properties of a Metrics.
                 * @deprecated Use io.containerd.cgroups.v2.Metrics.$Properties instead.
                 */
                interface IMetrics extends io.containerd.cgroups.v2.Metrics.$Properties {
                }

                /** Represents a Metrics. */
                class Metrics {

                    /**
                     * Constructs a new Metrics.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v2.Metrics.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Metrics pids. */
                    pids?: (io.containerd.cgroups.v2.PidsStat.$Properties|null);

                    /** Metrics cpu. */
                    cpu?: (io.containerd.cgroups.v2.CPUStat.$Properties|null);

                    /** Metrics memory. */
                    memory?: (io.containerd.cgroups.v2.MemoryStat.$Properties|null);

                    /** Metrics rdma. */
                    rdma?: (io.containerd.cgroups.v2.RdmaStat.$Properties|null);

                    /** Metrics io. */
                    io?: (io.containerd.cgroups.v2.IOStat.$Properties|null);

                    /** Metrics hugetlb. */
                    hugetlb: io.containerd.cgroups.v2.HugeTlbStat.$Properties[];

                    /** Metrics memoryEvents. */
                    memoryEvents?: (io.containerd.cgroups.v2.MemoryEvents.$Properties|null);

                    /** Metrics network. */
                    network: io.containerd.cgroups.v2.NetworkStat.$Properties[];

                    /**
                     * Encodes the specified Metrics message. Does not implicitly {@link io.containerd.cgroups.v2.Metrics.verify|verify} messages.
                     * @param message Metrics message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v2.Metrics.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Metrics message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.Metrics & io.containerd.cgroups.v2.Metrics.$Shape} Metrics
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v2.Metrics & io.containerd.cgroups.v2.Metrics.$Shape;
                }

                namespace Metrics {

                    /** Properties of a Metrics. */
                    interface $Properties {

                        /** Metrics pids */
                        pids?: (io.containerd.cgroups.v2.PidsStat.$Properties|null);

                        /** Metrics cpu */
                        cpu?: (io.containerd.cgroups.v2.CPUStat.$Properties|null);

                        /** Metrics memory */
                        memory?: (io.containerd.cgroups.v2.MemoryStat.$Properties|null);

                        /** Metrics rdma */
                        rdma?: (io.containerd.cgroups.v2.RdmaStat.$Properties|null);

                        /** Metrics io */
                        io?: (io.containerd.cgroups.v2.IOStat.$Properties|null);

                        /** Metrics hugetlb */
                        hugetlb?: (io.containerd.cgroups.v2.HugeTlbStat.$Properties[]|null);

                        /** Metrics memoryEvents */
                        memoryEvents?: (io.containerd.cgroups.v2.MemoryEvents.$Properties|null);

                        /** Metrics network */
                        network?: (io.containerd.cgroups.v2.NetworkStat.$Properties[]|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Metrics. */
                    type $Shape = io.containerd.cgroups.v2.Metrics.$Properties;
                }

                /**
                 * Properties of a PSIData.
                 * @deprecated Use io.containerd.cgroups.v2.PSIData.$Properties instead.
                 */
                interface IPSIData extends io.containerd.cgroups.v2.PSIData.$Properties {
                }

                /** Represents a PSIData. */
                class PSIData {

                    /**
                     * Constructs a new PSIData.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v2.PSIData.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** PSIData avg10. */
                    avg10: number;

                    /** PSIData avg60. */
                    avg60: number;

                    /** PSIData avg300. */
                    avg300: number;

                    /** PSIData total. */
                    total: number;

                    /**
                     * Encodes the specified PSIData message. Does not implicitly {@link io.containerd.cgroups.v2.PSIData.verify|verify} messages.
                     * @param message PSIData message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v2.PSIData.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a PSIData message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.PSIData & io.containerd.cgroups.v2.PSIData.$Shape} PSIData
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v2.PSIData & io.containerd.cgroups.v2.PSIData.$Shape;
                }

                namespace PSIData {

                    /** Properties of a PSIData. */
                    interface $Properties {

                        /** PSIData avg10 */
                        avg10?: (number|null);

                        /** PSIData avg60 */
                        avg60?: (number|null);

                        /** PSIData avg300 */
                        avg300?: (number|null);

                        /** PSIData total */
                        total?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a PSIData. */
                    type $Shape = io.containerd.cgroups.v2.PSIData.$Properties;
                }

                /**
                 * Properties of a PSIStats.
                 * @deprecated Use io.containerd.cgroups.v2.PSIStats.$Properties instead.
                 */
                interface IPSIStats extends io.containerd.cgroups.v2.PSIStats.$Properties {
                }

                /** Represents a PSIStats. */
                class PSIStats {

                    /**
                     * Constructs a new PSIStats.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v2.PSIStats.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** PSIStats some. */
                    some?: (io.containerd.cgroups.v2.PSIData.$Properties|null);

                    /** PSIStats full. */
                    full?: (io.containerd.cgroups.v2.PSIData.$Properties|null);

                    /**
                     * Encodes the specified PSIStats message. Does not implicitly {@link io.containerd.cgroups.v2.PSIStats.verify|verify} messages.
                     * @param message PSIStats message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v2.PSIStats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a PSIStats message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.PSIStats & io.containerd.cgroups.v2.PSIStats.$Shape} PSIStats
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v2.PSIStats & io.containerd.cgroups.v2.PSIStats.$Shape;
                }

                namespace PSIStats {

                    /** Properties of a PSIStats. */
                    interface $Properties {

                        /** PSIStats some */
                        some?: (io.containerd.cgroups.v2.PSIData.$Properties|null);

                        /** PSIStats full */
                        full?: (io.containerd.cgroups.v2.PSIData.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a PSIStats. */
                    type $Shape = io.containerd.cgroups.v2.PSIStats.$Properties;
                }

                /**
                 * Properties of a PidsStat.
                 * @deprecated Use io.containerd.cgroups.v2.PidsStat.$Properties instead.
                 */
                interface IPidsStat extends io.containerd.cgroups.v2.PidsStat.$Properties {
                }

                /** Represents a PidsStat. */
                class PidsStat {

                    /**
                     * Constructs a new PidsStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v2.PidsStat.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** PidsStat current. */
                    current: number;

                    /** PidsStat limit. */
                    limit: number;

                    /**
                     * Encodes the specified PidsStat message. Does not implicitly {@link io.containerd.cgroups.v2.PidsStat.verify|verify} messages.
                     * @param message PidsStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v2.PidsStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a PidsStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.PidsStat & io.containerd.cgroups.v2.PidsStat.$Shape} PidsStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v2.PidsStat & io.containerd.cgroups.v2.PidsStat.$Shape;
                }

                namespace PidsStat {

                    /** Properties of a PidsStat. */
                    interface $Properties {

                        /** PidsStat current */
                        current?: (number|null);

                        /** PidsStat limit */
                        limit?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a PidsStat. */
                    type $Shape = io.containerd.cgroups.v2.PidsStat.$Properties;
                }

                /**
                 * Properties of a CPUStat.
                 * @deprecated Use io.containerd.cgroups.v2.CPUStat.$Properties instead.
                 */
                interface ICPUStat extends io.containerd.cgroups.v2.CPUStat.$Properties {
                }

                /** Represents a CPUStat. */
                class CPUStat {

                    /**
                     * Constructs a new CPUStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v2.CPUStat.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CPUStat usageUsec. */
                    usageUsec: number;

                    /** CPUStat userUsec. */
                    userUsec: number;

                    /** CPUStat systemUsec. */
                    systemUsec: number;

                    /** CPUStat nrPeriods. */
                    nrPeriods: number;

                    /** CPUStat nrThrottled. */
                    nrThrottled: number;

                    /** CPUStat throttledUsec. */
                    throttledUsec: number;

                    /** CPUStat psi. */
                    psi?: (io.containerd.cgroups.v2.PSIStats.$Properties|null);

                    /** CPUStat nrBursts. */
                    nrBursts: number;

                    /** CPUStat burstUsec. */
                    burstUsec: number;

                    /**
                     * Encodes the specified CPUStat message. Does not implicitly {@link io.containerd.cgroups.v2.CPUStat.verify|verify} messages.
                     * @param message CPUStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v2.CPUStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CPUStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.CPUStat & io.containerd.cgroups.v2.CPUStat.$Shape} CPUStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v2.CPUStat & io.containerd.cgroups.v2.CPUStat.$Shape;
                }

                namespace CPUStat {

                    /** Properties of a CPUStat. */
                    interface $Properties {

                        /** CPUStat usageUsec */
                        usageUsec?: (number|null);

                        /** CPUStat userUsec */
                        userUsec?: (number|null);

                        /** CPUStat systemUsec */
                        systemUsec?: (number|null);

                        /** CPUStat nrPeriods */
                        nrPeriods?: (number|null);

                        /** CPUStat nrThrottled */
                        nrThrottled?: (number|null);

                        /** CPUStat throttledUsec */
                        throttledUsec?: (number|null);

                        /** CPUStat psi */
                        psi?: (io.containerd.cgroups.v2.PSIStats.$Properties|null);

                        /** CPUStat nrBursts */
                        nrBursts?: (number|null);

                        /** CPUStat burstUsec */
                        burstUsec?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CPUStat. */
                    type $Shape = io.containerd.cgroups.v2.CPUStat.$Properties;
                }

                /**
                 * Properties of a MemoryStat.
                 * @deprecated Use io.containerd.cgroups.v2.MemoryStat.$Properties instead.
                 */
                interface IMemoryStat extends io.containerd.cgroups.v2.MemoryStat.$Properties {
                }

                /** Represents a MemoryStat. */
                class MemoryStat {

                    /**
                     * Constructs a new MemoryStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v2.MemoryStat.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** MemoryStat anon. */
                    anon: number;

                    /** MemoryStat file. */
                    file: number;

                    /** MemoryStat kernelStack. */
                    kernelStack: number;

                    /** MemoryStat slab. */
                    slab: number;

                    /** MemoryStat sock. */
                    sock: number;

                    /** MemoryStat shmem. */
                    shmem: number;

                    /** MemoryStat fileMapped. */
                    fileMapped: number;

                    /** MemoryStat fileDirty. */
                    fileDirty: number;

                    /** MemoryStat fileWriteback. */
                    fileWriteback: number;

                    /** MemoryStat anonThp. */
                    anonThp: number;

                    /** MemoryStat inactiveAnon. */
                    inactiveAnon: number;

                    /** MemoryStat activeAnon. */
                    activeAnon: number;

                    /** MemoryStat inactiveFile. */
                    inactiveFile: number;

                    /** MemoryStat activeFile. */
                    activeFile: number;

                    /** MemoryStat unevictable. */
                    unevictable: number;

                    /** MemoryStat slabReclaimable. */
                    slabReclaimable: number;

                    /** MemoryStat slabUnreclaimable. */
                    slabUnreclaimable: number;

                    /** MemoryStat pgfault. */
                    pgfault: number;

                    /** MemoryStat pgmajfault. */
                    pgmajfault: number;

                    /** MemoryStat workingsetRefault. */
                    workingsetRefault: number;

                    /** MemoryStat workingsetActivate. */
                    workingsetActivate: number;

                    /** MemoryStat workingsetNodereclaim. */
                    workingsetNodereclaim: number;

                    /** MemoryStat pgrefill. */
                    pgrefill: number;

                    /** MemoryStat pgscan. */
                    pgscan: number;

                    /** MemoryStat pgsteal. */
                    pgsteal: number;

                    /** MemoryStat pgactivate. */
                    pgactivate: number;

                    /** MemoryStat pgdeactivate. */
                    pgdeactivate: number;

                    /** MemoryStat pglazyfree. */
                    pglazyfree: number;

                    /** MemoryStat pglazyfreed. */
                    pglazyfreed: number;

                    /** MemoryStat thpFaultAlloc. */
                    thpFaultAlloc: number;

                    /** MemoryStat thpCollapseAlloc. */
                    thpCollapseAlloc: number;

                    /** MemoryStat usage. */
                    usage: number;

                    /** MemoryStat usageLimit. */
                    usageLimit: number;

                    /** MemoryStat swapUsage. */
                    swapUsage: number;

                    /** MemoryStat swapLimit. */
                    swapLimit: number;

                    /** MemoryStat maxUsage. */
                    maxUsage: number;

                    /** MemoryStat swapMaxUsage. */
                    swapMaxUsage: number;

                    /** MemoryStat psi. */
                    psi?: (io.containerd.cgroups.v2.PSIStats.$Properties|null);

                    /** MemoryStat workingsetRefaultAnon. */
                    workingsetRefaultAnon: number;

                    /** MemoryStat workingsetRefaultFile. */
                    workingsetRefaultFile: number;

                    /** MemoryStat workingsetActivateAnon. */
                    workingsetActivateAnon: number;

                    /** MemoryStat workingsetActivateFile. */
                    workingsetActivateFile: number;

                    /**
                     * Encodes the specified MemoryStat message. Does not implicitly {@link io.containerd.cgroups.v2.MemoryStat.verify|verify} messages.
                     * @param message MemoryStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v2.MemoryStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a MemoryStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.MemoryStat & io.containerd.cgroups.v2.MemoryStat.$Shape} MemoryStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v2.MemoryStat & io.containerd.cgroups.v2.MemoryStat.$Shape;
                }

                namespace MemoryStat {

                    /** Properties of a MemoryStat. */
                    interface $Properties {

                        /** MemoryStat anon */
                        anon?: (number|null);

                        /** MemoryStat file */
                        file?: (number|null);

                        /** MemoryStat kernelStack */
                        kernelStack?: (number|null);

                        /** MemoryStat slab */
                        slab?: (number|null);

                        /** MemoryStat sock */
                        sock?: (number|null);

                        /** MemoryStat shmem */
                        shmem?: (number|null);

                        /** MemoryStat fileMapped */
                        fileMapped?: (number|null);

                        /** MemoryStat fileDirty */
                        fileDirty?: (number|null);

                        /** MemoryStat fileWriteback */
                        fileWriteback?: (number|null);

                        /** MemoryStat anonThp */
                        anonThp?: (number|null);

                        /** MemoryStat inactiveAnon */
                        inactiveAnon?: (number|null);

                        /** MemoryStat activeAnon */
                        activeAnon?: (number|null);

                        /** MemoryStat inactiveFile */
                        inactiveFile?: (number|null);

                        /** MemoryStat activeFile */
                        activeFile?: (number|null);

                        /** MemoryStat unevictable */
                        unevictable?: (number|null);

                        /** MemoryStat slabReclaimable */
                        slabReclaimable?: (number|null);

                        /** MemoryStat slabUnreclaimable */
                        slabUnreclaimable?: (number|null);

                        /** MemoryStat pgfault */
                        pgfault?: (number|null);

                        /** MemoryStat pgmajfault */
                        pgmajfault?: (number|null);

                        /** MemoryStat workingsetRefault */
                        workingsetRefault?: (number|null);

                        /** MemoryStat workingsetActivate */
                        workingsetActivate?: (number|null);

                        /** MemoryStat workingsetNodereclaim */
                        workingsetNodereclaim?: (number|null);

                        /** MemoryStat pgrefill */
                        pgrefill?: (number|null);

                        /** MemoryStat pgscan */
                        pgscan?: (number|null);

                        /** MemoryStat pgsteal */
                        pgsteal?: (number|null);

                        /** MemoryStat pgactivate */
                        pgactivate?: (number|null);

                        /** MemoryStat pgdeactivate */
                        pgdeactivate?: (number|null);

                        /** MemoryStat pglazyfree */
                        pglazyfree?: (number|null);

                        /** MemoryStat pglazyfreed */
                        pglazyfreed?: (number|null);

                        /** MemoryStat thpFaultAlloc */
                        thpFaultAlloc?: (number|null);

                        /** MemoryStat thpCollapseAlloc */
                        thpCollapseAlloc?: (number|null);

                        /** MemoryStat usage */
                        usage?: (number|null);

                        /** MemoryStat usageLimit */
                        usageLimit?: (number|null);

                        /** MemoryStat swapUsage */
                        swapUsage?: (number|null);

                        /** MemoryStat swapLimit */
                        swapLimit?: (number|null);

                        /** MemoryStat maxUsage */
                        maxUsage?: (number|null);

                        /** MemoryStat swapMaxUsage */
                        swapMaxUsage?: (number|null);

                        /** MemoryStat psi */
                        psi?: (io.containerd.cgroups.v2.PSIStats.$Properties|null);

                        /** MemoryStat workingsetRefaultAnon */
                        workingsetRefaultAnon?: (number|null);

                        /** MemoryStat workingsetRefaultFile */
                        workingsetRefaultFile?: (number|null);

                        /** MemoryStat workingsetActivateAnon */
                        workingsetActivateAnon?: (number|null);

                        /** MemoryStat workingsetActivateFile */
                        workingsetActivateFile?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a MemoryStat. */
                    type $Shape = io.containerd.cgroups.v2.MemoryStat.$Properties;
                }

                /**
                 * Properties of a MemoryEvents.
                 * @deprecated Use io.containerd.cgroups.v2.MemoryEvents.$Properties instead.
                 */
                interface IMemoryEvents extends io.containerd.cgroups.v2.MemoryEvents.$Properties {
                }

                /** Represents a MemoryEvents. */
                class MemoryEvents {

                    /**
                     * Constructs a new MemoryEvents.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v2.MemoryEvents.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** MemoryEvents low. */
                    low: number;

                    /** MemoryEvents high. */
                    high: number;

                    /** MemoryEvents max. */
                    max: number;

                    /** MemoryEvents oom. */
                    oom: number;

                    /** MemoryEvents oomKill. */
                    oomKill: number;

                    /** MemoryEvents oomGroupKill. */
                    oomGroupKill: number;

                    /**
                     * Encodes the specified MemoryEvents message. Does not implicitly {@link io.containerd.cgroups.v2.MemoryEvents.verify|verify} messages.
                     * @param message MemoryEvents message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v2.MemoryEvents.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a MemoryEvents message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.MemoryEvents & io.containerd.cgroups.v2.MemoryEvents.$Shape} MemoryEvents
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v2.MemoryEvents & io.containerd.cgroups.v2.MemoryEvents.$Shape;
                }

                namespace MemoryEvents {

                    /** Properties of a MemoryEvents. */
                    interface $Properties {

                        /** MemoryEvents low */
                        low?: (number|null);

                        /** MemoryEvents high */
                        high?: (number|null);

                        /** MemoryEvents max */
                        max?: (number|null);

                        /** MemoryEvents oom */
                        oom?: (number|null);

                        /** MemoryEvents oomKill */
                        oomKill?: (number|null);

                        /** MemoryEvents oomGroupKill */
                        oomGroupKill?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a MemoryEvents. */
                    type $Shape = io.containerd.cgroups.v2.MemoryEvents.$Properties;
                }

                /**
                 * Properties of a RdmaStat.
                 * @deprecated Use io.containerd.cgroups.v2.RdmaStat.$Properties instead.
                 */
                interface IRdmaStat extends io.containerd.cgroups.v2.RdmaStat.$Properties {
                }

                /** Represents a RdmaStat. */
                class RdmaStat {

                    /**
                     * Constructs a new RdmaStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v2.RdmaStat.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** RdmaStat current. */
                    current: io.containerd.cgroups.v2.RdmaEntry.$Properties[];

                    /** RdmaStat limit. */
                    limit: io.containerd.cgroups.v2.RdmaEntry.$Properties[];

                    /**
                     * Encodes the specified RdmaStat message. Does not implicitly {@link io.containerd.cgroups.v2.RdmaStat.verify|verify} messages.
                     * @param message RdmaStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v2.RdmaStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a RdmaStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.RdmaStat & io.containerd.cgroups.v2.RdmaStat.$Shape} RdmaStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v2.RdmaStat & io.containerd.cgroups.v2.RdmaStat.$Shape;
                }

                namespace RdmaStat {

                    /** Properties of a RdmaStat. */
                    interface $Properties {

                        /** RdmaStat current */
                        current?: (io.containerd.cgroups.v2.RdmaEntry.$Properties[]|null);

                        /** RdmaStat limit */
                        limit?: (io.containerd.cgroups.v2.RdmaEntry.$Properties[]|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a RdmaStat. */
                    type $Shape = io.containerd.cgroups.v2.RdmaStat.$Properties;
                }

                /**
                 * Properties of a RdmaEntry.
                 * @deprecated Use io.containerd.cgroups.v2.RdmaEntry.$Properties instead.
                 */
                interface IRdmaEntry extends io.containerd.cgroups.v2.RdmaEntry.$Properties {
                }

                /** Represents a RdmaEntry. */
                class RdmaEntry {

                    /**
                     * Constructs a new RdmaEntry.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v2.RdmaEntry.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** RdmaEntry device. */
                    device: string;

                    /** RdmaEntry hcaHandles. */
                    hcaHandles: number;

                    /** RdmaEntry hcaObjects. */
                    hcaObjects: number;

                    /**
                     * Encodes the specified RdmaEntry message. Does not implicitly {@link io.containerd.cgroups.v2.RdmaEntry.verify|verify} messages.
                     * @param message RdmaEntry message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v2.RdmaEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a RdmaEntry message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.RdmaEntry & io.containerd.cgroups.v2.RdmaEntry.$Shape} RdmaEntry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v2.RdmaEntry & io.containerd.cgroups.v2.RdmaEntry.$Shape;
                }

                namespace RdmaEntry {

                    /** Properties of a RdmaEntry. */
                    interface $Properties {

                        /** RdmaEntry device */
                        device?: (string|null);

                        /** RdmaEntry hcaHandles */
                        hcaHandles?: (number|null);

                        /** RdmaEntry hcaObjects */
                        hcaObjects?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a RdmaEntry. */
                    type $Shape = io.containerd.cgroups.v2.RdmaEntry.$Properties;
                }

                /**
                 * Properties of a IOStat.
                 * @deprecated Use io.containerd.cgroups.v2.IOStat.$Properties instead.
                 */
                interface IIOStat extends io.containerd.cgroups.v2.IOStat.$Properties {
                }

                /** Represents a IOStat. */
                class IOStat {

                    /**
                     * Constructs a new IOStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v2.IOStat.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** IOStat usage. */
                    usage: io.containerd.cgroups.v2.IOEntry.$Properties[];

                    /** IOStat psi. */
                    psi?: (io.containerd.cgroups.v2.PSIStats.$Properties|null);

                    /**
                     * Encodes the specified IOStat message. Does not implicitly {@link io.containerd.cgroups.v2.IOStat.verify|verify} messages.
                     * @param message IOStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v2.IOStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a IOStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.IOStat & io.containerd.cgroups.v2.IOStat.$Shape} IOStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v2.IOStat & io.containerd.cgroups.v2.IOStat.$Shape;
                }

                namespace IOStat {

                    /** Properties of a IOStat. */
                    interface $Properties {

                        /** IOStat usage */
                        usage?: (io.containerd.cgroups.v2.IOEntry.$Properties[]|null);

                        /** IOStat psi */
                        psi?: (io.containerd.cgroups.v2.PSIStats.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a IOStat. */
                    type $Shape = io.containerd.cgroups.v2.IOStat.$Properties;
                }

                /**
                 * Properties of a IOEntry.
                 * @deprecated Use io.containerd.cgroups.v2.IOEntry.$Properties instead.
                 */
                interface IIOEntry extends io.containerd.cgroups.v2.IOEntry.$Properties {
                }

                /** Represents a IOEntry. */
                class IOEntry {

                    /**
                     * Constructs a new IOEntry.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v2.IOEntry.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** IOEntry major. */
                    major: number;

                    /** IOEntry minor. */
                    minor: number;

                    /** IOEntry rbytes. */
                    rbytes: number;

                    /** IOEntry wbytes. */
                    wbytes: number;

                    /** IOEntry rios. */
                    rios: number;

                    /** IOEntry wios. */
                    wios: number;

                    /**
                     * Encodes the specified IOEntry message. Does not implicitly {@link io.containerd.cgroups.v2.IOEntry.verify|verify} messages.
                     * @param message IOEntry message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v2.IOEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a IOEntry message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.IOEntry & io.containerd.cgroups.v2.IOEntry.$Shape} IOEntry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v2.IOEntry & io.containerd.cgroups.v2.IOEntry.$Shape;
                }

                namespace IOEntry {

                    /** Properties of a IOEntry. */
                    interface $Properties {

                        /** IOEntry major */
                        major?: (number|null);

                        /** IOEntry minor */
                        minor?: (number|null);

                        /** IOEntry rbytes */
                        rbytes?: (number|null);

                        /** IOEntry wbytes */
                        wbytes?: (number|null);

                        /** IOEntry rios */
                        rios?: (number|null);

                        /** IOEntry wios */
                        wios?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a IOEntry. */
                    type $Shape = io.containerd.cgroups.v2.IOEntry.$Properties;
                }

                /**
                 * Properties of a HugeTlbStat.
                 * @deprecated Use io.containerd.cgroups.v2.HugeTlbStat.$Properties instead.
                 */
                interface IHugeTlbStat extends io.containerd.cgroups.v2.HugeTlbStat.$Properties {
                }

                /** Represents a HugeTlbStat. */
                class HugeTlbStat {

                    /**
                     * Constructs a new HugeTlbStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v2.HugeTlbStat.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** HugeTlbStat current. */
                    current: number;

                    /** HugeTlbStat max. */
                    max: number;

                    /** HugeTlbStat pagesize. */
                    pagesize: string;

                    /** HugeTlbStat failcnt. */
                    failcnt: number;

                    /**
                     * Encodes the specified HugeTlbStat message. Does not implicitly {@link io.containerd.cgroups.v2.HugeTlbStat.verify|verify} messages.
                     * @param message HugeTlbStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v2.HugeTlbStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a HugeTlbStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.HugeTlbStat & io.containerd.cgroups.v2.HugeTlbStat.$Shape} HugeTlbStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v2.HugeTlbStat & io.containerd.cgroups.v2.HugeTlbStat.$Shape;
                }

                namespace HugeTlbStat {

                    /** Properties of a HugeTlbStat. */
                    interface $Properties {

                        /** HugeTlbStat current */
                        current?: (number|null);

                        /** HugeTlbStat max */
                        max?: (number|null);

                        /** HugeTlbStat pagesize */
                        pagesize?: (string|null);

                        /** HugeTlbStat failcnt */
                        failcnt?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a HugeTlbStat. */
                    type $Shape = io.containerd.cgroups.v2.HugeTlbStat.$Properties;
                }

                /**
                 * Properties of a NetworkStat.
                 * @deprecated Use io.containerd.cgroups.v2.NetworkStat.$Properties instead.
                 */
                interface INetworkStat extends io.containerd.cgroups.v2.NetworkStat.$Properties {
                }

                /** Represents a NetworkStat. */
                class NetworkStat {

                    /**
                     * Constructs a new NetworkStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v2.NetworkStat.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** NetworkStat name. */
                    name: string;

                    /** NetworkStat rxBytes. */
                    rxBytes: number;

                    /** NetworkStat rxPackets. */
                    rxPackets: number;

                    /** NetworkStat rxErrors. */
                    rxErrors: number;

                    /** NetworkStat rxDropped. */
                    rxDropped: number;

                    /** NetworkStat txBytes. */
                    txBytes: number;

                    /** NetworkStat txPackets. */
                    txPackets: number;

                    /** NetworkStat txErrors. */
                    txErrors: number;

                    /** NetworkStat txDropped. */
                    txDropped: number;

                    /**
                     * Encodes the specified NetworkStat message. Does not implicitly {@link io.containerd.cgroups.v2.NetworkStat.verify|verify} messages.
                     * @param message NetworkStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v2.NetworkStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a NetworkStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v2.NetworkStat & io.containerd.cgroups.v2.NetworkStat.$Shape} NetworkStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v2.NetworkStat & io.containerd.cgroups.v2.NetworkStat.$Shape;
                }

                namespace NetworkStat {

                    /** Properties of a NetworkStat. */
                    interface $Properties {

                        /** NetworkStat name */
                        name?: (string|null);

                        /** NetworkStat rxBytes */
                        rxBytes?: (number|null);

                        /** NetworkStat rxPackets */
                        rxPackets?: (number|null);

                        /** NetworkStat rxErrors */
                        rxErrors?: (number|null);

                        /** NetworkStat rxDropped */
                        rxDropped?: (number|null);

                        /** NetworkStat txBytes */
                        txBytes?: (number|null);

                        /** NetworkStat txPackets */
                        txPackets?: (number|null);

                        /** NetworkStat txErrors */
                        txErrors?: (number|null);

                        /** NetworkStat txDropped */
                        txDropped?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a NetworkStat. */
                    type $Shape = io.containerd.cgroups.v2.NetworkStat.$Properties;
                }
            }
        }
    }
}
