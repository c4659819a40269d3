// What stands beside the station: a real mosquitto and a real Janus that come, die and come back, a program that is not
// installed. The page says each as it is, with what sleeps and the way out, and the station works on.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { freePort } from '../../tools/county.mjs'
import { signIn, until, YONGNING } from '../journeys/county.mjs'
import { startJanus } from '../journeys/janus.mjs'
import { start } from './node.mjs'

const root = new URL('../..', import.meta.url).pathname
const PATIENCE_ms = 45_000 // a broker that was away is tried again after 30 s at the latest
const folder = mkdtempSync(join(tmpdir(), 'anlan-companions-'))
let station, officer, broker, janus, port

const companion = async (id) => (await officer.get('/api/v1/companions')).items.find((each) => each.id === id)
const becomes = (id, state) => until(() => companion(id), (each) => each?.state === state, PATIENCE_ms)
function startBroker() {
  writeFileSync(join(folder, 'mosquitto.conf'), `listener ${port} 127.0.0.1\nallow_anonymous true\n`)
  const running = spawn('/usr/sbin/mosquitto', ['-c', join(folder, 'mosquitto.conf')], { stdio: 'ignore' })
  const gone = new Promise((settle) => running.once('exit', settle))
  return { stop: () => (running.kill('SIGTERM'), gone) }
}

before(async () => {
  port = await freePort()
  const bare = join(folder, 'bin')
  mkdirSync(bare)
  writeFileSync(
    join(folder, 'anlan.toml'),
    `data = "${folder}/data"\nshared = "${root}data"\nweb = "${root}web/dist"\n\n[[node]]\narea = "${YONGNING}"\nname = "永宁镇"\nport = 0\n` +
      `demo = true\n\n[node.mqtt]\nhost = "127.0.0.1"\nport = ${port}\n\n[node.janus]\nsocket = "${folder}/janus/api.sock"\n`,
  )
  const path = process.env.PATH
  process.env.PATH = bare // nothing is installed
  station = await start(['serve', '--config', join(folder, 'anlan.toml')], 1)
  process.env.PATH = path
  officer = await signIn(station.url(YONGNING), 'zhiban')
})
after(async () => {
  await station?.stop()
  await broker?.stop()
  await janus?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('what is not installed names its package, what is not configured its table', async () => {
  const speech = await companion('speech')
  assert.equal(speech.state, 'missing')
  assert.match(speech.note_zh, /apt install espeak-ng/)
  assert.match(speech.serves_zh, /应急广播/)
  assert.equal((await companion('ffmpeg')).state, 'missing')
  const modem = await companion('modem')
  assert.deepEqual([modem.state, /\[node\.narrowband\]/.test(modem.note_zh)], ['off', true])
  assert.equal((await companion('nats')).state, 'off')
  for (const id of ['sms', 'voice', 'push', 'robot']) {
    const { state, note_zh } = await companion(id)
    assert.deepEqual([state, note_zh.includes('[node.') || note_zh.includes('[[node.')], ['off', true], id)
  }
})

test('a broker and a Janus that are away are said to be, found when they come, missed when they die', async () => {
  for (const id of ['mqtt', 'janus']) {
    const away = await becomes(id, 'down')
    assert.ok(away.note_zh.length > 10 && away.note_en.length > 10, JSON.stringify(away))
  }
  broker = startBroker()
  janus = await startJanus(join(folder, 'janus'))
  for (const id of ['mqtt', 'janus']) await becomes(id, 'up')
  await broker.stop()
  await becomes('mqtt', 'down')
  await janus.stop()
  await becomes('janus', 'down')
  broker = startBroker()
  await becomes('mqtt', 'up')
})
