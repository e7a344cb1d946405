/** The hub's home: one SharedWorker for all tabs. */
import { Hub } from "./hub";
import type { HubPort, ToHub } from "./protocol";

const hub = new Hub();
const scope = globalThis as unknown as { onconnect: (event: MessageEvent) => void };

scope.onconnect = (event) => {
  const port = event.ports[0] as MessagePort & HubPort;
  port.onmessage = ({ data }: MessageEvent<ToHub>) => hub.receive(port, data);
};
