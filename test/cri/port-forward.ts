// `kubectl port-forward`, by the daemon's streaming server: a WebSocket with a channel for data and one for errors, each of which
// begins with the port's number.

const channels = { data: 0, error: 1 } as const;
const portBytes = 2;

/** Sends `text` to `port` of the pod that `url` is for, and returns what comes until the connection ends. */
export async function askThroughForward(url: string, { port, text }: { port: number; text: string }): Promise<string> {
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}?port=${port}`, ["v4.channel.k8s.io"]);
  socket.binaryType = "arraybuffer";
  const received: Record<number, Buffer[]> = { [channels.data]: [], [channels.error]: [] };
  socket.addEventListener("message", ({ data }) => {
    const message = Buffer.from(data as ArrayBuffer);
    received[message[0] as number]?.push(message.subarray(1));
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve(), { once: true });
    socket.addEventListener("error", () => reject(new Error(`no connection to ${url}`)), { once: true });
  });
  socket.send(Buffer.concat([Buffer.of(channels.data), Buffer.from(text)]));
  await new Promise((resolve) => socket.addEventListener("close", resolve, { once: true }));
  const all = (channel: number) => Buffer.concat(received[channel] as Buffer[]).subarray(portBytes);
  const error = all(channels.error).toString();
  if (error !== "") throw new Error(error);
  return all(channels.data).toString();
}
