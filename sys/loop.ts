// Loop devices (loop(4)): a file made a block device for one mount.
import { sleep } from "./clock.ts";
import { errnoName, errnoNumbers, errnoOf, errnoText, SysError } from "./errno.ts";
import { type Fd, O_RDONLY, O_RDWR, openFd } from "./fd.ts";
import { libc } from "./ffi.ts";

const LOOP_SET_FD = 0x4c00;
const LOOP_CLR_FD = 0x4c01;
const LOOP_SET_STATUS64 = 0x4c04;
const LOOP_SET_DIRECT_IO = 0x4c08;
const LOOP_CONFIGURE = 0x4c0a;
const LOOP_CTL_GET_FREE = 0x4c82;

const LO_FLAGS_READ_ONLY = 1;
const LO_FLAGS_AUTOCLEAR = 4;
const LO_FLAGS_DIRECT_IO = 16;

/** ioctl(2) with a number for its argument goes through syscall(2): the table's ioctl takes memory. */
const SYS_ioctl = process.arch === "arm64" ? 29 : 16;

const attempts = 99;

export interface LoopOptions {
  readonly readOnly: boolean;
  readonly directIo: boolean;
}

/** An attached device. It detaches itself when neither `fd` nor a mount uses it. */
export interface LoopDevice {
  readonly path: string;
  readonly fd: Fd;
}

function ioctlNumber(fd: Fd, operation: number, value: number): void {
  const result = libc("syscall", SYS_ioctl, fd.number, operation, value, 0, 0);
  if (result < 0) throw new SysError("ioctl", errnoName(-result));
}

function freeDevice(): string {
  const control = openFd("/dev/loop-control", O_RDWR, "loop control");
  try {
    const result = libc("syscall", SYS_ioctl, control.number, LOOP_CTL_GET_FREE, 0, 0, 0);
    if (result < 0) throw new SysError("ioctl", errnoName(-result), "/dev/loop-control");
    return `/dev/loop${result}`;
  } finally {
    control.close();
  }
}

/** Fails with the wording of upstream, containerd 2.1 core/mount/losetup_linux.go; keeps the errno. */
function explaining<T>(text: string, f: () => T): T {
  try {
    return f();
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    throw Object.assign(new Error(`${text}: ${errnoText(errno)}`, { cause: error }), { code: errno });
  }
}

function attachTo(device: string, file: string, options: LoopOptions): LoopDevice {
  const mode = options.readOnly ? O_RDONLY : O_RDWR;
  const backing = explaining(`could not open backing file: ${file}`, () => openFd(file, mode, `backing file ${file}`));
  let loop: Fd | undefined;
  try {
    loop = explaining(`could not open loop device: ${device}`, () => openFd(device, mode, device));
    configure(loop, backing, { file, device, options });
    return { path: device, fd: loop };
  } catch (error) {
    loop?.close();
    throw error;
  } finally {
    backing.close();
  }
}

function configure(loop: Fd, backing: Fd, about: { file: string; device: string; options: LoopOptions }): void {
  const { file, device, options } = about;
  // struct loop_info64: lo_flags at 52, lo_file_name[64] at 56.
  const info = Buffer.alloc(232);
  info.writeUInt32LE(
    LO_FLAGS_AUTOCLEAR | (options.readOnly ? LO_FLAGS_READ_ONLY : 0) | (options.directIo ? LO_FLAGS_DIRECT_IO : 0),
    52,
  );
  Buffer.from(file).copy(info, 56, 0, 63);
  // struct loop_config: fd 0, block_size 4, info 8, reserved to 304.
  const config = Buffer.alloc(304);
  config.writeUInt32LE(backing.number, 0);
  info.copy(config, 8);
  const result = libc("ioctl", loop.number, LOOP_CONFIGURE, config);
  if (result >= 0) return;
  // Kernels before 5.8 don't know it.
  if (result !== -errnoNumbers.EINVAL && result !== -errnoNumbers.ENOTTY) {
    explaining(`failed to configure loop device: ${device}`, () => {
      throw new SysError("ioctl", errnoName(-result));
    });
  }
  explaining(`could not set loop fd for device: ${device}`, () => ioctlNumber(loop, LOOP_SET_FD, backing.number));
  try {
    explaining(`could not set loop device info: ${device}`, () => {
      const status = libc("ioctl", loop.number, LOOP_SET_STATUS64, info);
      if (status < 0) throw new SysError("ioctl", errnoName(-status));
    });
    if (options.directIo) {
      explaining(`could not set loop direct I/O: ${device}`, () => ioctlNumber(loop, LOOP_SET_DIRECT_IO, 1));
    }
  } catch (error) {
    libc("syscall", SYS_ioctl, loop.number, LOOP_CLR_FD, 0, 0, 0);
    throw error;
  }
}

/** Attaches `file` to a free loop device. Others look for free devices as well: a race lost is tried again. */
export async function attachLoop(file: string, options: LoopOptions): Promise<LoopDevice> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return attachTo(freeDevice(), file, options);
    } catch (error) {
      if (errnoOf(error) !== "EBUSY") throw error;
    }
    await sleep(Math.random() * attempt * 10);
  }
  throw new Error("timeout creating new loopback device");
}
