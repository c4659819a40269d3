// A site's exchange (kamailio) and its telephones (baresip), each a process of its own, on this machine.
import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { freePort } from '../../tools/county.mjs'
import { until } from '../journeys/county.mjs'

const MODULES = '/usr/lib/baresip/modules'
const RTP_PORTS = 40
let rtp = 42_000

export const freeUdpPort = async () => {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}

/** Samples of a WAV file, 16 bits. */
function samplesOf(bytes) {
  const at = bytes.indexOf('data') + 8
  return at < 8 ? new Int16Array() : new Int16Array(bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + bytes.length - ((bytes.length - at) % 2)))
}

function end(child) {
  const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null
  child.kill('SIGKILL')
  return gone
}

/** @param manner picksUp: answers by itself; keys: 'rtpevent' or 'info'; at: the exchange it registers at, none: called directly;
 *  beeps: says 0.2 s of a tone every two seconds instead of nothing; pictures: 'h264' or 'vp8', it sends moving ones and shows what comes */
export async function startTelephone(folder, number, manner = {}) {
  const { picksUp = true, keys = 'rtpevent', at = null, beeps = false, pictures = null } = manner
  const own = join(folder, `phone-${number}`)
  mkdirSync(own)
  const port = await freeUdpPort()
  const control = await freePort()
  const first = (rtp += RTP_PORTS)
  const silence = Buffer.alloc(44 + 16_000 * 300)
  silence.write('RIFF', 0), silence.writeUInt32LE(silence.length - 8, 4), silence.write('WAVEfmt ', 8), silence.writeUInt32LE(16, 16)
  silence.writeUInt16LE(1, 20), silence.writeUInt16LE(1, 22), silence.writeUInt32LE(8_000, 24), silence.writeUInt32LE(16_000, 28)
  silence.writeUInt16LE(2, 32), silence.writeUInt16LE(16, 34), silence.write('data', 36), silence.writeUInt32LE(silence.length - 44, 40)
  for (let at = 0; beeps && at < 8_000 * 300; at++)
    if (at % 16_000 < 1_600) silence.writeInt16LE(Math.round(16_000 * Math.sin((2 * Math.PI * 440 * at) / 8_000)), 44 + at * 2)
  writeFileSync(join(own, 'mouth.wav'), silence)
  const seeing = pictures ? [pictures === 'vp8' ? 'vp8' : 'avcodec', 'fakevideo', 'snapshot'] : []
  const modules = ['g711', 'aufile', 'aubridge', 'sndfile', 'ctrl_tcp', ...seeing].map((name) => `module ${name}.so`).join('\n')
  writeFileSync(
    join(own, 'config'),
    `module_path ${MODULES}\nsip_listen 127.0.0.1:${port}\naudio_player aubridge,out\naudio_source aufile,${own}/mouth.wav\n` +
      `audio_alert aubridge,alert\nrtp_ports ${first}-${first + RTP_PORTS - 2}\ncall_max_calls 1\n${modules}\nmodule_tmp account.so\n` +
      `module_app menu.so\nctrl_tcp_listen 127.0.0.1:${control}\nsnd_path ${own}\n` +
      `video_source fakevideo\nvideo_display fakevideo\nvideo_size 640x360\nvideo_fps 15\nvideo_bitrate 500000\navcodec_h264enc libx264\n`,
  )
  writeFileSync(
    join(own, 'accounts'),
    `<sip:${number}@${at ?? `127.0.0.1:${port}`}>;regint=${at ? 60 : 0};answermode=${picksUp ? 'auto' : 'manual'};dtmfmode=${keys}\n`,
  )
  writeFileSync(join(own, 'contacts'), '\n')
  const log = openSync(join(own, 'log'), 'w')
  const child = spawn('baresip', ['-f', own], { stdio: ['ignore', log, log], cwd: own })
  const line = await until(
    () =>
      new Promise((settle) => {
        const socket = connect(control, '127.0.0.1', () => settle(socket))
        socket.once('error', () => settle(null))
      }),
    (socket) => socket !== null,
    30_000,
  )
  let told = ''
  let screens = 0
  line.on('data', (bytes) => (told += bytes))
  line.on('error', () => {})
  const command = (what, params = '') => {
    const text = JSON.stringify({ command: what, params, token: 't' })
    line.write(`${Buffer.byteLength(text)}:${text},`)
  }
  const phone = {
    number,
    address: `${number}@127.0.0.1:${port}`,
    press: (key) => command('sndcode', key),
    hangUp: () => command('hangup'),
    pickUp: () => command('accept'),
    /** The machine's times at which a sound began, 'dec': at its ear, 'enc': at its mouth; until `stop`. */
    listens(side) {
      const heard = []
      const read = new Map() // bytes of each file
      let quiet = 0
      const timer = setInterval(() => {
        for (const name of readdirSync(own).filter((each) => each.endsWith(`-${side}.wav`))) {
          const file = openSync(join(own, name), 'r')
          const bytes = Buffer.alloc(65_536)
          const from = read.get(name) ?? fstatSync(file).size & ~1
          const size = readSync(file, bytes, 0, bytes.length, from) & ~1
          closeSync(file)
          read.set(name, from + size)
          for (let at = 0; at < size; at += 2) {
            const loud = Math.abs(bytes.readInt16LE(at)) > 1_600
            if (loud && quiet > 2_400) heard.push(Date.now())
            quiet = loud ? 0 : quiet + 1
          }
        }
      }, 5)
      return { heard, stop: () => (clearInterval(timer), heard) }
    },
    call: (uri) => command('dial', uri),
    /** A picture of what its screen shows (PNG), the next one that comes. */
    async screen() {
      const file = join(own, `screen-${++screens}.png`)
      command('snapshot_recv', file)
      await until(() => existsSync(file) && readFileSync(file).includes('IEND'), (whole) => whole, 10_000)
      return file
    },
    /** How often it has told of this: CALL_INCOMING, CALL_ESTABLISHED, CALL_CLOSED … */
    times: (type) => told.split(`"type":"${type}"`).length - 1,
    told: () => told,
    waits: (type, times = 1, patience = 60_000) => until(() => phone.times(type), (count) => count >= times, patience),
    /** Loudness (0 … 1) of each tenth of a second that came out of its earpiece. */
    loudness() {
      const files = readdirSync(own).filter((name) => name.endsWith('-dec.wav')).sort()
      return files.flatMap((name) => {
        const samples = samplesOf(readFileSync(join(own, name)))
        const parts = []
        for (let from = 0; from + 800 <= samples.length; from += 800) {
          let sum = 0
          for (let i = from; i < from + 800; i++) sum += (samples[i] / 32_768) ** 2
          parts.push(Math.sqrt(sum / 800))
        }
        return parts
      })
    },
    stop: () => (line.destroy(), end(child)),
  }
  if (at) await until(() => readFileSync(join(own, 'log'), 'utf8'), (text) => text.includes('200 OK'), 15_000)
  return phone
}

/** kamailio: registrar, passwords, calls between those who are registered. */
export async function startExchange(folder, password) {
  const address = `127.0.0.1:${await freeUdpPort()}`
  const file = join(folder, 'exchange.cfg')
  const text = readFileSync(new URL('exchange.cfg', import.meta.url), 'utf8')
  writeFileSync(file, text.replace('udp:ADDRESS', `udp:${address}`).replace('"PASSWORD"', `"${password}"`))
  const run = join(folder, 'exchange')
  mkdirSync(run, { recursive: true })
  const log = openSync(join(folder, 'exchange.log'), 'a')
  const child = spawn('kamailio', ['-DD', '-f', file, '-m', '32', '-M', '8', '-Y', run, '-w', run, '-P', join(run, 'pid')], {
    stdio: ['ignore', log, log],
    detached: true,
  })
  return {
    address,
    /** With its children. */
    stop() {
      if (child.exitCode !== null || child.signalCode !== null) return null
      const gone = once(child, 'exit')
      process.kill(-child.pid, 'SIGKILL')
      return gone
    },
  }
}
