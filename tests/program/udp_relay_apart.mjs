// A relay for datagrams in a thread of its own, so that whoever is busy here loses none of them.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { udpRelay } from './udp_relay.mjs'

export async function udpRelayApart(to) {
  const thread = new Worker(new URL(import.meta.url), { workerData: to })
  const port = await new Promise((settle, fail) => thread.once('message', settle).once('error', fail))
  const say = (word) => () => thread.postMessage(word)
  return { port, cut: say('cut'), mend: say('mend'), close: () => thread.terminate() }
}

if (!isMainThread) {
  const relay = await udpRelay(workerData)
  parentPort.on('message', (word) => relay[word]())
  parentPort.postMessage(relay.port)
}
