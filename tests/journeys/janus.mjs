// A real Janus with the configuration that the package brings, in a folder of its own: its socket, its media ports on
// loopback. Started again when it ends, as systemd does; `kill` ends this very process and no other.
import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const brought = fileURLToPath(new URL('../../packaging/janus', import.meta.url))
const RESTART_ms = 1_000
const START_ms = 20_000

function configure(folder, socket, first) {
  mkdirSync(folder, { recursive: true })
  const change = {
    'janus.jcfg': (text) => text.replace('20000-20999', `${first}-${first + 199}`).replace('nat: {', 'nat: {\n\tice_enforce_list = "lo"'),
    'janus.transport.websockets.jcfg': (text) => text.replace('/run/anlan-janus/api.sock', socket),
    'janus.plugin.audiobridge.jcfg': (text) => text,
    'janus.plugin.streaming.jcfg': (text) => text,
    'janus.plugin.videoroom.jcfg': (text) => text,
  }
  for (const [name, made] of Object.entries(change)) writeFileSync(join(folder, name), made(readFileSync(join(brought, name), 'utf8')))
}

/** `nth` of those that one test starts. */
export async function startJanus(folder, nth = 0) {
  const socket = join(folder, 'api.sock')
  // Below the ports that the system itself gives out, so that nobody else is given one of them.
  configure(folder, socket, 20_000 + ((process.pid * 2 + nth) % 50) * 200)
  const log = createWriteStream(join(folder, 'janus.log'), { flags: 'a' })
  let stopping = false
  let running = null
  let ended = Promise.resolve()
  const begin = () => {
    running = spawn('janus', ['--disable-colors', '--log-stdout', `--configs-folder=${folder}`], { stdio: ['ignore', 'pipe', 'pipe'] })
    running.stdout.pipe(log, { end: false })
    running.stderr.pipe(log, { end: false })
    ended = new Promise((settle) => running.once('exit', settle)).then(async () => {
      if (stopping) return
      await pause(RESTART_ms)
      if (!stopping) begin()
    })
  }
  begin()
  const late = Date.now() + START_ms
  while (!existsSync(socket)) {
    if (Date.now() > late) throw new Error('janus: not ready in time')
    await pause(50)
  }
  return {
    socket,
    pid: () => running.pid,
    kill: () => running.kill('SIGKILL'),
    async stop() {
      stopping = true
      running.kill('SIGKILL')
      await ended
      rmSync(socket, { force: true })
    },
  }
}
