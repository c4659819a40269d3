// The same as relay.mjs for datagrams: what comes to `port` goes to `to`, answers go back, until it is cut.
import { createSocket } from 'node:dgram'

const bound = (socket) => new Promise((ready) => socket.bind(0, '127.0.0.1', () => ready(socket)))

export async function udpRelay(to) {
  const ways = new Map() // by who sends
  let up = true
  const door = await bound(createSocket('udp4'))
  const wayOf = async (from) => {
    const far = await bound(createSocket('udp4'))
    far.on('message', (bytes) => up && door.send(bytes, from.port, from.address))
    return far
  }
  door.on('message', async (bytes, from) => {
    if (!ways.has(from.port)) ways.set(from.port, wayOf(from))
    const far = await ways.get(from.port)
    if (up) far.send(bytes, to, '127.0.0.1')
  })
  return {
    port: door.address().port,
    cut: () => (up = false),
    mend: () => (up = true),
    async close() {
      door.close()
      for (const each of ways.values()) (await each).close()
    },
  }
}

/** A port that was free a moment ago. */
export async function freeUdpPort() {
  const socket = await bound(createSocket('udp4'))
  const { port } = socket.address()
  await new Promise((settle) => socket.close(settle))
  return port
}
