// A real coturn with a secret of its own, at this machine's own address: Janus takes no way from 127.0.0.1. `stop` ends this
// very process and no other.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../tools/county.mjs'

const START_ms = 20_000
const own = Object.values(networkInterfaces()).flat().find((each) => each.family === 'IPv4' && !each.internal)?.address ?? '127.0.0.1'

function listens(port) {
  return new Promise((settle) => {
    const socket = connect(port, own)
    socket.once('connect', () => (socket.destroy(), settle(true)))
    socket.once('error', () => settle(false))
  })
}

export async function startCoturn(folder, secret) {
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  const log = join(folder, 'turn.log')
  writeFileSync(
    join(folder, 'turn.conf'),
    `listening-ip=${own}\nrelay-ip=${own}\nlistening-port=${port}\nrealm=anlan\nuse-auth-secret\nstatic-auth-secret=${secret}\n` +
      `allow-loopback-peers\nno-cli\nno-tls\nno-dtls\nfingerprint\nverbose\nlog-file=${log}\nsimple-log\npidfile=${folder}/pid\nuserdb=${folder}/db\n`,
  )
  const running = spawn('turnserver', ['-c', join(folder, 'turn.conf')], { stdio: 'ignore' })
  const ended = new Promise((settle) => running.once('exit', settle))
  const late = Date.now() + START_ms
  while (!(await listens(port))) {
    if (Date.now() > late) throw new Error('coturn: not ready in time')
    await pause(50)
  }
  return {
    address: `${own}:${port}`,
    log,
    async stop() {
      running.kill('SIGKILL')
      await ended
    },
  }
}
