import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace io. */
export namespace io {

    /** Namespace containerd. */
    namespace containerd {

        /** Namespace cgroups. */
        namespace cgroups {

            /** Namespace v1. */
            namespace v1 {

                /**
                 * Properties of a Metrics.
                 * @deprecated Use io.containerd.cgroups.v1.Metrics.$Properties instead.
                 */
                interface IMetrics extends io.containerd.cgroups.v1.Metrics.$Properties {
                }

                /** Represents a Metrics. */
                class Metrics {

                    /**
                     * Constructs a new Metrics.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.Metrics.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Metrics hugetlb. */
                    hugetlb: io.containerd.cgroups.v1.HugetlbStat.$Properties[];

                    /** Metrics pids. */
                    pids?: (io.containerd.cgroups.v1.PidsStat.$Properties|null);

                    /** Metrics cpu. */
                    cpu?: (io.containerd.cgroups.v1.CPUStat.$Properties|null);

                    /** Metrics memory. */
                    memory?: (io.containerd.cgroups.v1.MemoryStat.$Properties|null);

                    /** Metrics blkio. */
                    blkio?: (io.containerd.cgroups.v1.BlkIOStat.$Properties|null);

                    /** Metrics rdma. */
                    rdma?: (io.containerd.cgroups.v1.RdmaStat.$Properties|null);

                    /** Metrics network. */
                    network: io.containerd.cgroups.v1.NetworkStat.$Properties[];

                    /** Metrics cgroupStats. */
                    cgroupStats?: (io.containerd.cgroups.v1.CgroupStats.$Properties|null);

                    /** Metrics memoryOomControl. */
                    memoryOomControl?: (io.containerd.cgroups.v1.MemoryOomControl.$Properties|null);

                    /**
                     * Encodes the specified Metrics message. Does not implicitly {@link io.containerd.cgroups.v1.Metrics.verify|verify} messages.
                     * @param message Metrics message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.Metrics.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Metrics message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.Metrics & io.containerd.cgroups.v1.Metrics.$Shape} Metrics
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.Metrics & io.containerd.cgroups.v1.Metrics.$Shape;
                }

                namespace Metrics {

                    /** Properties of a Metrics. */
                    interface $Properties {

                        /** Metrics hugetlb */
                        hugetlb?: (io.containerd.cgroups.v1.HugetlbStat.$Properties[]|null);

                        /** Metrics pids */
                        pids?: (io.containerd.cgroups.v1.PidsStat.$Properties|null);

                        /** Metrics cpu */
                        cpu?: (io.containerd.cgroups.v1.CPUStat.$Properties|null);

                        /** Metrics memory */
                        memory?: (io.containerd.cgroups.v1.MemoryStat.$Properties|null);

                        /** Metrics blkio */
                        blkio?: (io.containerd.cgroups.v1.BlkIOStat.$Properties|null);

                        /** Metrics rdma */
                        rdma?: (io.containerd.cgroups.v1.RdmaStat.$Properties|null);

                        /** Metrics network */
                        network?: (io.containerd.cgroups.v1.NetworkStat.$Properties[]|null);

                        /** Metrics cgroupStats */
                        cgroupStats?: (io.containerd.cgroups.v1.CgroupStats.$Properties|null);

                        /** Metrics memoryOomControl */
                        memoryOomControl?: (io.containerd.cgroups.v1.MemoryOomControl.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Metrics. */
                    type $Shape = io.containerd.cgroups.v1.Metrics.$Properties;
                }

                /**
                 * Properties of a HugetlbStat.
                 * @deprecated Use io.containerd.cgroups.v1.HugetlbStat.$Properties instead.
                 */
                interface IHugetlbStat extends io.containerd.cgroups.v1.HugetlbStat.$Properties {
                }

                /** Represents a HugetlbStat. */
                class HugetlbStat {

                    /**
                     * Constructs a new HugetlbStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.HugetlbStat.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** HugetlbStat usage. */
                    usage: number;

                    /** HugetlbStat max. */
                    max: number;

                    /** HugetlbStat failcnt. */
                    failcnt: number;

                    /** HugetlbStat pagesize. */
                    pagesize: string;

                    /**
                     * Encodes the specified HugetlbStat message. Does not implicitly {@link io.containerd.cgroups.v1.HugetlbStat.verify|verify} messages.
                     * @param message HugetlbStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.HugetlbStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a HugetlbStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.HugetlbStat & io.containerd.cgroups.v1.HugetlbStat.$Shape} HugetlbStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.HugetlbStat & io.containerd.cgroups.v1.HugetlbStat.$Shape;
                }

                namespace HugetlbStat {

                    /** Properties of a HugetlbStat. */
                    interface $Properties {

                        /** HugetlbStat usage */
                        usage?: (number|null);

                        /** HugetlbStat max */
                        max?: (number|null);

                        /** HugetlbStat failcnt */
                        failcnt?: (number|null);

                        /** HugetlbStat pagesize */
                        pagesize?: (string|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a HugetlbStat. */
                    type $Shape = io.containerd.cgroups.v1.HugetlbStat.$Properties;
                }

                /**
                 * Properties of a PidsStat.
                 * @deprecated Use io.containerd.cgroups.v1.PidsStat.$Properties instead.
                 */
                interface IPidsStat extends io.containerd.cgroups.v1.PidsStat.$Properties {
                }

                /** Represents a PidsStat. */
                class PidsStat {

                    /**
                     * Constructs a new PidsStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.PidsStat.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** PidsStat current. */
                    current: number;

                    /** PidsStat limit. */
                    limit: number;

                    /**
                     * Encodes the specified PidsStat message. Does not implicitly {@link io.containerd.cgroups.v1.PidsStat.verify|verify} messages.
                     * @param message PidsStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.PidsStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a PidsStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.PidsStat & io.containerd.cgroups.v1.PidsStat.$Shape} PidsStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.PidsStat & io.containerd.cgroups.v1.PidsStat.$Shape;
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
                    type $Shape = io.containerd.cgroups.v1.PidsStat.$Properties;
                }

                /**
                 * Properties of a CPUStat.
                 * @deprecated Use io.containerd.cgroups.v1.CPUStat.$Properties instead.
                 */
                interface ICPUStat extends io.containerd.cgroups.v1.CPUStat.$Properties {
                }

                /** Represents a CPUStat. */
                class CPUStat {

                    /**
                     * Constructs a new CPUStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.CPUStat.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CPUStat usage. */
                    usage?: (io.containerd.cgroups.v1.CPUUsage.$Properties|null);

                    /** CPUStat throttling. */
                    throttling?: (io.containerd.cgroups.v1.Throttle.$Properties|null);

                    /**
                     * Encodes the specified CPUStat message. Does not implicitly {@link io.containerd.cgroups.v1.CPUStat.verify|verify} messages.
                     * @param message CPUStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.CPUStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CPUStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.CPUStat & io.containerd.cgroups.v1.CPUStat.$Shape} CPUStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.CPUStat & io.containerd.cgroups.v1.CPUStat.$Shape;
                }

                namespace CPUStat {

                    /** Properties of a CPUStat. */
                    interface $Properties {

                        /** CPUStat usage */
                        usage?: (io.containerd.cgroups.v1.CPUUsage.$Properties|null);

                        /** CPUStat throttling */
                        throttling?: (io.containerd.cgroups.v1.Throttle.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CPUStat. */
                    type $Shape = io.containerd.cgroups.v1.CPUStat.$Properties;
                }

                /**
                 * Properties of a CPUUsage.
                 * @deprecated Use io.containerd.cgroups.v1.CPUUsage.$Properties instead.
                 */
                interface ICPUUsage extends io.containerd.cgroups.v1.CPUUsage.$Properties {
                }

                /** Represents a CPUUsage. */
                class CPUUsage {

                    /**
                     * Constructs a new CPUUsage.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.CPUUsage.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CPUUsage total. */
                    total: number;

                    /** CPUUsage kernel. */
                    kernel: number;

                    /** CPUUsage user. */
                    user: number;

                    /** CPUUsage perCpu. */
                    perCpu: number[];

                    /**
                     * Encodes the specified CPUUsage message. Does not implicitly {@link io.containerd.cgroups.v1.CPUUsage.verify|verify} messages.
                     * @param message CPUUsage message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.CPUUsage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CPUUsage message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.CPUUsage & io.containerd.cgroups.v1.CPUUsage.$Shape} CPUUsage
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.CPUUsage & io.containerd.cgroups.v1.CPUUsage.$Shape;
                }

                namespace CPUUsage {

                    /** Properties of a CPUUsage. */
                    interface $Properties {

                        /** CPUUsage total */
                        total?: (number|null);

                        /** CPUUsage kernel */
                        kernel?: (number|null);

                        /** CPUUsage user */
                        user?: (number|null);

                        /** CPUUsage perCpu */
                        perCpu?: (number[]|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CPUUsage. */
                    type $Shape = io.containerd.cgroups.v1.CPUUsage.$Properties;
                }

                /**
                 * Properties of a Throttle.
                 * @deprecated Use io.containerd.cgroups.v1.Throttle.$Properties instead.
                 */
                interface IThrottle extends io.containerd.cgroups.v1.Throttle.$Properties {
                }

                /** Represents a Throttle. */
                class Throttle {

                    /**
                     * Constructs a new Throttle.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.Throttle.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** Throttle periods. */
                    periods: number;

                    /** Throttle throttledPeriods. */
                    throttledPeriods: number;

                    /** Throttle throttledTime. */
                    throttledTime: number;

                    /**
                     * Encodes the specified Throttle message. Does not implicitly {@link io.containerd.cgroups.v1.Throttle.verify|verify} messages.
                     * @param message Throttle message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.Throttle.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a Throttle message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.Throttle & io.containerd.cgroups.v1.Throttle.$Shape} Throttle
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.Throttle & io.containerd.cgroups.v1.Throttle.$Shape;
                }

                namespace Throttle {

                    /** Properties of a Throttle. */
                    interface $Properties {

                        /** Throttle periods */
                        periods?: (number|null);

                        /** Throttle throttledPeriods */
                        throttledPeriods?: (number|null);

                        /** Throttle throttledTime */
                        throttledTime?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a Throttle. */
                    type $Shape = io.containerd.cgroups.v1.Throttle.$Properties;
                }

                /**
                 * Properties of a MemoryStat.
                 * @deprecated Use io.containerd.cgroups.v1.MemoryStat.$Properties instead.
                 */
                interface IMemoryStat extends io.containerd.cgroups.v1.MemoryStat.$Properties {
                }

                /** Represents a MemoryStat. */
                class MemoryStat {

                    /**
                     * Constructs a new MemoryStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.MemoryStat.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** MemoryStat cache. */
                    cache: number;

                    /** MemoryStat rss. */
                    rss: number;

                    /** MemoryStat rssHuge. */
                    rssHuge: number;

                    /** MemoryStat mappedFile. */
                    mappedFile: number;

                    /** MemoryStat dirty. */
                    dirty: number;

                    /** MemoryStat writeback. */
                    writeback: number;

                    /** MemoryStat pgPgIn. */
                    pgPgIn: number;

                    /** MemoryStat pgPgOut. */
                    pgPgOut: number;

                    /** MemoryStat pgFault. */
                    pgFault: number;

                    /** MemoryStat pgMajFault. */
                    pgMajFault: number;

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

                    /** MemoryStat hierarchicalMemoryLimit. */
                    hierarchicalMemoryLimit: number;

                    /** MemoryStat hierarchicalSwapLimit. */
                    hierarchicalSwapLimit: number;

                    /** MemoryStat totalCache. */
                    totalCache: number;

                    /** MemoryStat totalRss. */
                    totalRss: number;

                    /** MemoryStat totalRssHuge. */
                    totalRssHuge: number;

                    /** MemoryStat totalMappedFile. */
                    totalMappedFile: number;

                    /** MemoryStat totalDirty. */
                    totalDirty: number;

                    /** MemoryStat totalWriteback. */
                    totalWriteback: number;

                    /** MemoryStat totalPgPgIn. */
                    totalPgPgIn: number;

                    /** MemoryStat totalPgPgOut. */
                    totalPgPgOut: number;

                    /** MemoryStat totalPgFault. */
                    totalPgFault: number;

                    /** MemoryStat totalPgMajFault. */
                    totalPgMajFault: number;

                    /** MemoryStat totalInactiveAnon. */
                    totalInactiveAnon: number;

                    /** MemoryStat totalActiveAnon. */
                    totalActiveAnon: number;

                    /** MemoryStat totalInactiveFile. */
                    totalInactiveFile: number;

                    /** MemoryStat totalActiveFile. */
                    totalActiveFile: number;

                    /** MemoryStat totalUnevictable. */
                    totalUnevictable: number;

                    /** MemoryStat usage. */
                    usage?: (io.containerd.cgroups.v1.MemoryEntry.$Properties|null);

                    /** MemoryStat swap. */
                    swap?: (io.containerd.cgroups.v1.MemoryEntry.$Properties|null);

                    /** MemoryStat kernel. */
                    kernel?: (io.containerd.cgroups.v1.MemoryEntry.$Properties|null);

                    /** MemoryStat kernelTcp. */
                    kernelTcp?: (io.containerd.cgroups.v1.MemoryEntry.$Properties|null);

                    /**
                     * Encodes the specified MemoryStat message. Does not implicitly {@link io.containerd.cgroups.v1.MemoryStat.verify|verify} messages.
                     * @param message MemoryStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.MemoryStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a MemoryStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.MemoryStat & io.containerd.cgroups.v1.MemoryStat.$Shape} MemoryStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.MemoryStat & io.containerd.cgroups.v1.MemoryStat.$Shape;
                }

                namespace MemoryStat {

                    /** Properties of a MemoryStat. */
                    interface $Properties {

                        /** MemoryStat cache */
                        cache?: (number|null);

                        /** MemoryStat rss */
                        rss?: (number|null);

                        /** MemoryStat rssHuge */
                        rssHuge?: (number|null);

                        /** MemoryStat mappedFile */
                        mappedFile?: (number|null);

                        /** MemoryStat dirty */
                        dirty?: (number|null);

                        /** MemoryStat writeback */
                        writeback?: (number|null);

                        /** MemoryStat pgPgIn */
                        pgPgIn?: (number|null);

                        /** MemoryStat pgPgOut */
                        pgPgOut?: (number|null);

                        /** MemoryStat pgFault */
                        pgFault?: (number|null);

                        /** MemoryStat pgMajFault */
                        pgMajFault?: (number|null);

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

                        /** MemoryStat hierarchicalMemoryLimit */
                        hierarchicalMemoryLimit?: (number|null);

                        /** MemoryStat hierarchicalSwapLimit */
                        hierarchicalSwapLimit?: (number|null);

                        /** MemoryStat totalCache */
                        totalCache?: (number|null);

                        /** MemoryStat totalRss */
                        totalRss?: (number|null);

                        /** MemoryStat totalRssHuge */
                        totalRssHuge?: (number|null);

                        /** MemoryStat totalMappedFile */
                        totalMappedFile?: (number|null);

                        /** MemoryStat totalDirty */
                        totalDirty?: (number|null);

                        /** MemoryStat totalWriteback */
                        totalWriteback?: (number|null);

                        /** MemoryStat totalPgPgIn */
                        totalPgPgIn?: (number|null);

                        /** MemoryStat totalPgPgOut */
                        totalPgPgOut?: (number|null);

                        /** MemoryStat totalPgFault */
                        totalPgFault?: (number|null);

                        /** MemoryStat totalPgMajFault */
                        totalPgMajFault?: (number|null);

                        /** MemoryStat totalInactiveAnon */
                        totalInactiveAnon?: (number|null);

                        /** MemoryStat totalActiveAnon */
                        totalActiveAnon?: (number|null);

                        /** MemoryStat totalInactiveFile */
                        totalInactiveFile?: (number|null);

                        /** MemoryStat totalActiveFile */
                        totalActiveFile?: (number|null);

                        /** MemoryStat totalUnevictable */
                        totalUnevictable?: (number|null);

                        /** MemoryStat usage */
                        usage?: (io.containerd.cgroups.v1.MemoryEntry.$Properties|null);

                        /** MemoryStat swap */
                        swap?: (io.containerd.cgroups.v1.MemoryEntry.$Properties|null);

                        /** MemoryStat kernel */
                        kernel?: (io.containerd.cgroups.v1.MemoryEntry.$Properties|null);

                        /** MemoryStat kernelTcp */
                        kernelTcp?: (io.containerd.cgroups.v1.MemoryEntry.$Properties|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a MemoryStat. */
                    type $Shape = io.containerd.cgroups.v1.MemoryStat.$Properties;
                }

                /**
                 * Properties of a MemoryEntry.
                 * @deprecated Use io.containerd.cgroups.v1.MemoryEntry.$Properties instead.
                 */
                interface IMemoryEntry extends io.containerd.cgroups.v1.MemoryEntry.$Properties {
                }

                /** Represents a MemoryEntry. */
                class MemoryEntry {

                    /**
                     * Constructs a new MemoryEntry.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.MemoryEntry.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** MemoryEntry limit. */
                    limit: number;

                    /** MemoryEntry usage. */
                    usage: number;

                    /** MemoryEntry max. */
                    max: number;

                    /** MemoryEntry failcnt. */
                    failcnt: number;

                    /**
                     * Encodes the specified MemoryEntry message. Does not implicitly {@link io.containerd.cgroups.v1.MemoryEntry.verify|verify} messages.
                     * @param message MemoryEntry message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.MemoryEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a MemoryEntry message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.MemoryEntry & io.containerd.cgroups.v1.MemoryEntry.$Shape} MemoryEntry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.MemoryEntry & io.containerd.cgroups.v1.MemoryEntry.$Shape;
                }

                namespace MemoryEntry {

                    /** Properties of a MemoryEntry. */
                    interface $Properties {

                        /** MemoryEntry limit */
                        limit?: (number|null);

                        /** MemoryEntry usage */
                        usage?: (number|null);

                        /** MemoryEntry max */
                        max?: (number|null);

                        /** MemoryEntry failcnt */
                        failcnt?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a MemoryEntry. */
                    type $Shape = io.containerd.cgroups.v1.MemoryEntry.$Properties;
                }

                /**
                 * Properties of a MemoryOomControl.
                 * @deprecated Use io.containerd.cgroups.v1.MemoryOomControl.$Properties instead.
                 */
                interface IMemoryOomControl extends io.containerd.cgroups.v1.MemoryOomControl.$Properties {
                }

                /** Represents a MemoryOomControl. */
                class MemoryOomControl {

                    /**
                     * Constructs a new MemoryOomControl.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.MemoryOomControl.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** MemoryOomControl oomKillDisable. */
                    oomKillDisable: number;

                    /** MemoryOomControl underOom. */
                    underOom: number;

                    /** MemoryOomControl oomKill. */
                    oomKill: number;

                    /**
                     * Encodes the specified MemoryOomControl message. Does not implicitly {@link io.containerd.cgroups.v1.MemoryOomControl.verify|verify} messages.
                     * @param message MemoryOomControl message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.MemoryOomControl.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a MemoryOomControl message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.MemoryOomControl & io.containerd.cgroups.v1.MemoryOomControl.$Shape} MemoryOomControl
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.MemoryOomControl & io.containerd.cgroups.v1.MemoryOomControl.$Shape;
                }

                namespace MemoryOomControl {

                    /** Properties of a MemoryOomControl. */
                    interface $Properties {

                        /** MemoryOomControl oomKillDisable */
                        oomKillDisable?: (number|null);

                        /** MemoryOomControl underOom */
                        underOom?: (number|null);

                        /** MemoryOomControl oomKill */
                        oomKill?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a MemoryOomControl. */
                    type $Shape = io.containerd.cgroups.v1.MemoryOomControl.$Properties;
                }

                /**
                 * Properties of a BlkIOStat.
                 * @deprecated Use io.containerd.cgroups.v1.BlkIOStat.$Properties instead.
                 */
                interface IBlkIOStat extends io.containerd.cgroups.v1.BlkIOStat.$Properties {
                }

                /** Represents a BlkIOStat. */
                class BlkIOStat {

                    /**
                     * Constructs a new BlkIOStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.BlkIOStat.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** BlkIOStat ioServiceBytesRecursive. */
                    ioServiceBytesRecursive: io.containerd.cgroups.v1.BlkIOEntry.$Properties[];

                    /** BlkIOStat ioServicedRecursive. */
                    ioServicedRecursive: io.containerd.cgroups.v1.BlkIOEntry.$Properties[];

                    /** BlkIOStat ioQueuedRecursive. */
                    ioQueuedRecursive: io.containerd.cgroups.v1.BlkIOEntry.$Properties[];

                    /** BlkIOStat ioServiceTimeRecursive. */
                    ioServiceTimeRecursive: io.containerd.cgroups.v1.BlkIOEntry.$Properties[];

                    /** BlkIOStat ioWaitTimeRecursive. */
                    ioWaitTimeRecursive: io.containerd.cgroups.v1.BlkIOEntry.$Properties[];

                    /** BlkIOStat ioMergedRecursive. */
                    ioMergedRecursive: io.containerd.cgroups.v1.BlkIOEntry.$Properties[];

                    /** BlkIOStat ioTimeRecursive. */
                    ioTimeRecursive: io.containerd.cgroups.v1.BlkIOEntry.$Properties[];

                    /** BlkIOStat sectorsRecursive. */
                    sectorsRecursive: io.containerd.cgroups.v1.BlkIOEntry.$Properties[];

                    /**
                     * Encodes the specified BlkIOStat message. Does not implicitly {@link io.containerd.cgroups.v1.BlkIOStat.verify|verify} messages.
                     * @param message BlkIOStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.BlkIOStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a BlkIOStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.BlkIOStat & io.containerd.cgroups.v1.BlkIOStat.$Shape} BlkIOStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.BlkIOStat & io.containerd.cgroups.v1.BlkIOStat.$Shape;
                }

                namespace BlkIOStat {

                    /** Properties of a BlkIOStat. */
                    interface $Properties {

                        /** BlkIOStat ioServiceBytesRecursive */
                        ioServiceBytesRecursive?: (io.containerd.cgroups.v1.BlkIOEntry.$Properties[]|null);

                        /** BlkIOStat ioServicedRecursive */
                        ioServicedRecursive?: (io.containerd.cgroups.v1.BlkIOEntry.$Properties[]|null);

                        /** BlkIOStat ioQueuedRecursive */
                        ioQueuedRecursive?: (io.containerd.cgroups.v1.BlkIOEntry.$Properties[]|null);

                        /** BlkIOStat ioServiceTimeRecursive */
                        ioServiceTimeRecursive?: (io.containerd.cgroups.v1.BlkIOEntry.$Properties[]|null);

                        /** BlkIOStat ioWaitTimeRecursive */
                        ioWaitTimeRecursive?: (io.containerd.cgroups.v1.BlkIOEntry.$Properties[]|null);

                        /** BlkIOStat ioMergedRecursive */
                        ioMergedRecursive?: (io.containerd.cgroups.v1.BlkIOEntry.$Properties[]|null);

                        /** BlkIOStat ioTimeRecursive */
                        ioTimeRecursive?: (io.containerd.cgroups.v1.BlkIOEntry.$Properties[]|null);

                        /** BlkIOStat sectorsRecursive */
                        sectorsRecursive?: (io.containerd.cgroups.v1.BlkIOEntry.$Properties[]|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a BlkIOStat. */
                    type $Shape = io.containerd.cgroups.v1.BlkIOStat.$Properties;
                }

                /**
                 * Properties of a BlkIOEntry.
                 * @deprecated Use io.containerd.cgroups.v1.BlkIOEntry.$Properties instead.
                 */
                interface IBlkIOEntry extends io.containerd.cgroups.v1.BlkIOEntry.$Properties {
                }

                /** Represents a BlkIOEntry. */
                class BlkIOEntry {

                    /**
                     * Constructs a new BlkIOEntry.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.BlkIOEntry.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** BlkIOEntry op. */
                    op: string;

                    /** BlkIOEntry device. */
                    device: string;

                    /** BlkIOEntry major. */
                    major: number;

                    /** BlkIOEntry minor. */
                    minor: number;

                    /** BlkIOEntry value. */
                    value: number;

                    /**
                     * Encodes the specified BlkIOEntry message. Does not implicitly {@link io.containerd.cgroups.v1.BlkIOEntry.verify|verify} messages.
                     * @param message BlkIOEntry message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.BlkIOEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a BlkIOEntry message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.BlkIOEntry & io.containerd.cgroups.v1.BlkIOEntry.$Shape} BlkIOEntry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.BlkIOEntry & io.containerd.cgroups.v1.BlkIOEntry.$Shape;
                }

                namespace BlkIOEntry {

                    /** Properties of a BlkIOEntry. */
                    interface $Properties {

                        /** BlkIOEntry op */
                        op?: (string|null);

                        /** BlkIOEntry device */
                        device?: (string|null);

                        /** BlkIOEntry major */
                        major?: (number|null);

                        /** BlkIOEntry minor */
                        minor?: (number|null);

                        /** BlkIOEntry value */
                        value?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a BlkIOEntry. */
                    type $Shape = io.containerd.cgroups.v1.BlkIOEntry.$Properties;
                }

                /**
                 * Properties of a RdmaStat.
                 * @deprecated Use io.containerd.cgroups.v1.RdmaStat.$Properties instead.
                 */
                interface IRdmaStat extends io.containerd.cgroups.v1.RdmaStat.$Properties {
                }

                /** Represents a RdmaStat. */
                class RdmaStat {

                    /**
                     * Constructs a new RdmaStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.RdmaStat.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** RdmaStat current. */
                    current: io.containerd.cgroups.v1.RdmaEntry.$Properties[];

                    /** RdmaStat limit. */
                    limit: io.containerd.cgroups.v1.RdmaEntry.$Properties[];

                    /**
                     * Encodes the specified RdmaStat message. Does not implicitly {@link io.containerd.cgroups.v1.RdmaStat.verify|verify} messages.
                     * @param message RdmaStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.RdmaStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a RdmaStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.RdmaStat & io.containerd.cgroups.v1.RdmaStat.$Shape} RdmaStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.RdmaStat & io.containerd.cgroups.v1.RdmaStat.$Shape;
                }

                namespace RdmaStat {

                    /** Properties of a RdmaStat. */
                    interface $Properties {

                        /** RdmaStat current */
                        current?: (io.containerd.cgroups.v1.RdmaEntry.$Properties[]|null);

                        /** RdmaStat limit */
                        limit?: (io.containerd.cgroups.v1.RdmaEntry.$Properties[]|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a RdmaStat. */
                    type $Shape = io.containerd.cgroups.v1.RdmaStat.$Properties;
                }

                /**
                 * Properties of a RdmaEntry.
                 * @deprecated Use io.containerd.cgroups.v1.RdmaEntry.$Properties instead.
                 */
                interface IRdmaEntry extends io.containerd.cgroups.v1.RdmaEntry.$Properties {
                }

                /** Represents a RdmaEntry. */
                class RdmaEntry {

                    /**
                     * Constructs a new RdmaEntry.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.RdmaEntry.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** RdmaEntry device. */
                    device: string;

                    /** RdmaEntry hcaHandles. */
                    hcaHandles: number;

                    /** RdmaEntry hcaObjects. */
                    hcaObjects: number;

                    /**
                     * Encodes the specified RdmaEntry message. Does not implicitly {@link io.containerd.cgroups.v1.RdmaEntry.verify|verify} messages.
                     * @param message RdmaEntry message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.RdmaEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a RdmaEntry message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.RdmaEntry & io.containerd.cgroups.v1.RdmaEntry.$Shape} RdmaEntry
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.RdmaEntry & io.containerd.cgroups.v1.RdmaEntry.$Shape;
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
                    type $Shape = io.containerd.cgroups.v1.RdmaEntry.$Properties;
                }

                /**
                 * Properties of a NetworkStat.
                 * @deprecated Use io.containerd.cgroups.v1.NetworkStat.$Properties instead.
                 */
                interface INetworkStat extends io.containerd.cgroups.v1.NetworkStat.$Properties {
                }

                /** Represents a NetworkStat. */
                class NetworkStat {

                    /**
                     * Constructs a new NetworkStat.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.NetworkStat.$Properties);

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
                     * Encodes the specified NetworkStat message. Does not implicitly {@link io.containerd.cgroups.v1.NetworkStat.verify|verify} messages.
                     * @param message NetworkStat message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.NetworkStat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a NetworkStat message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.NetworkStat & io.containerd.cgroups.v1.NetworkStat.$Shape} NetworkStat
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.NetworkStat & io.containerd.cgroups.v1.NetworkStat.$Shape;
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
                    type $Shape = io.containerd.cgroups.v1.NetworkStat.$Properties;
                }

                /**
                 * Properties of a CgroupStats.
                 * @deprecated Use io.containerd.cgroups.v1.CgroupStats.$Properties instead.
                 */
                interface ICgroupStats extends io.containerd.cgroups.v1.CgroupStats.$Properties {
                }

                /** Represents a CgroupStats. */
                class CgroupStats {

                    /**
                     * Constructs a new CgroupStats.
                     * @param [properties] Properties to set
                     */
                    constructor(properties?: io.containerd.cgroups.v1.CgroupStats.$Properties);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];

                    /** CgroupStats nrSleeping. */
                    nrSleeping: number;

                    /** CgroupStats nrRunning. */
                    nrRunning: number;

                    /** CgroupStats nrStopped. */
                    nrStopped: number;

                    /** CgroupStats nrUninterruptible. */
                    nrUninterruptible: number;

                    /** CgroupStats nrIoWait. */
                    nrIoWait: number;

                    /**
                     * Encodes the specified CgroupStats message. Does not implicitly {@link io.containerd.cgroups.v1.CgroupStats.verify|verify} messages.
                     * @param message CgroupStats message or plain object to encode
                     * @param [writer] Writer to encode to
                     * @returns Writer
                     */
                    static encode(message: io.containerd.cgroups.v1.CgroupStats.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                    /**
                     * Decodes a CgroupStats message from the specified reader or buffer.
                     * @param reader Reader or buffer to decode from
                     * @param [length] Message length if known beforehand
                     * @returns {io.containerd.cgroups.v1.CgroupStats & io.containerd.cgroups.v1.CgroupStats.$Shape} CgroupStats
                     * @throws {Error} If the payload is not a reader or valid buffer
                     * @throws {$protobuf.util.ProtocolError} If required fields are missing
                     */
                    static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): io.containerd.cgroups.v1.CgroupStats & io.containerd.cgroups.v1.CgroupStats.$Shape;
                }

                namespace CgroupStats {

                    /** Properties of a CgroupStats. */
                    interface $Properties {

                        /** CgroupStats nrSleeping */
                        nrSleeping?: (number|null);

                        /** CgroupStats nrRunning */
                        nrRunning?: (number|null);

                        /** CgroupStats nrStopped */
                        nrStopped?: (number|null);

                        /** CgroupStats nrUninterruptible */
                        nrUninterruptible?: (number|null);

                        /** CgroupStats nrIoWait */
                        nrIoWait?: (number|null);

                        /** Unknown fields preserved while decoding when enabled */
                        $unknowns?: Uint8Array[];
                    }

                    /** Shape of a CgroupStats. */
                    type $Shape = io.containerd.cgroups.v1.CgroupStats.$Properties;
                }
            }
        }
    }
}
