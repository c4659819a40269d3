// Calls in a group chat: the real program, the service of a robot on loopback, kill -9 while a message is going out. Everybody is
// named once; what nobody can know is said to be uncertain; the service's limit holds across the restart.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { serve } from '../../tools/county.mjs'
import { signIn, until, YONGNING } from '../journeys/county.mjs'
import { Services } from '../push/services.mjs'

const GROUPS = 4
const EACH = 10
const PATIENCE_ms = 120_000
const root = new URL('../..', import.meta.url).pathname
const program = process.env.ANLAN_PROGRAM ?? join(root, 'build/release/anlan')
const numberOf = (i) => `139${String(i).padStart(8, '0')}`

function configure(folder, services) {
  const file = join(folder, 'anlan.toml')
  writeFileSync(join(folder, 'key'), 'wkey\n', { mode: 0o600 })
  writeFileSync(
    file,
    `data = "${folder}/data"\nshared = "${root}data"\nweb = "${root}web/dist"\n\n[[node]]\narea = "${YONGNING}"\nname = "永宁镇"\n` +
      `port = 0\ndemo = true\n\n[[node.robot]]\nkind = "wecom"\nname = "值班群"\nkey_file = "${folder}/key"\n` +
      `address = "${services.origin}/cgi-bin/webhook/send"\n`,
  )
  return file
}

async function set(desk, key, value) {
  const said = await desk.put(`/api/v1/policy/${key}`, { value, source: '试', clause: '', valid_from: '', mark: '' })
  assert.equal(said.status, 200, JSON.stringify(said.body))
}

async function people(desk) {
  const ids = []
  for (let i = 0; i < GROUPS * EACH; ++i) {
    const said = await desk.post('/api/v1/people', { name: `测试${i}`, phone: numberOf(i), area: YONGNING, full_time: false, lines: [] })
    assert.equal(said.status, 201, JSON.stringify(said.body))
    ids.push(said.body.id)
  }
  return ids
}

test(`${GROUPS * EACH} calls by a robot, killed in between: named once, none lost`, { timeout: PATIENCE_ms * 3 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-robots-'))
  const services = await new Services().start()
  let station = null
  try {
    const config = configure(folder, services)
    const start = async () => {
      station = await serve(config)
      return signIn(station.url, 'zhanzhang')
    }
    let desk = await start()
    const channel = async () => (await desk.get('/api/v1/channels')).items.find((one) => one.channel === 'robot')
    await until(channel, (one) => one.awake)
    assert.equal((await channel()).device, '值班群')
    await set(desk, 'callout.channel.app.rank', 0)
    await set(desk, 'callout.channel.sms.rank', 0)
    await set(desk, 'callout.channel.robot.rank', 1)
    const ids = await people(desk)
    services.be('wkey', ['', 'hang'])
    for (let group = 0; group < GROUPS; ++group) {
      const said = await desk.post('/api/v1/consultations', {
        occasion: 'regular', origin: '', title: `机器人试验 ${group}`, place: '', starts_at: null, chair: '', agenda: [],
        invited: ids.slice(group * EACH, (group + 1) * EACH), by_video: false,
      })
      assert.equal(said.status, 201, JSON.stringify(said.body))
    }
    await until(() => services.seen.length, (count) => count >= 2, PATIENCE_ms)
    await station.end('SIGKILL')
    desk = await start()
    const mine = async () => (await desk.get('/api/v1/calls?open=1&limit=1000')).items.filter((call) => ids.includes(call.person))
    const stateOf = (call) => call.ladder[0].carries[0]?.state
    const settled = await until(mine, (calls) => calls.length === ids.length && calls.every((call) => ['accepted', 'uncertain'].includes(stateOf(call))), PATIENCE_ms)

    const named = services.seen.flatMap((each) => each.body?.text.mentioned_mobile_list ?? [])
    const uncertain = settled.filter((call) => stateOf(call) === 'uncertain')
    console.log(`${ids.length} calls: ${services.seen.length} messages, ${named.length} named, ${uncertain.length} said to be uncertain`)
    assert.deepEqual(services.seen.filter((each) => each.fault), [])
    assert.equal(new Set(named).size, named.length, 'nobody is named twice')
    assert.ok(uncertain.length > 0 && uncertain.length <= EACH, 'only what was going out is uncertain')
    assert.equal(named.length + uncertain.length, ids.length, 'none is lost')
    assert.equal((await channel()).failed, 0)

    services.be('wkey', ['93000 invalid webhook url'])
    const more = await desk.post('/api/v1/consultations', {
      occasion: 'regular', origin: '', title: '地址失效', place: '', starts_at: null, chair: '', agenda: [], invited: [ids[0]], by_video: false,
    })
    assert.equal(more.status, 201)
    const asleep = await until(channel, (one) => !one.awake, PATIENCE_ms)
    assert.match(asleep.note_zh, /值班群.*重新复制地址/)

    await station.end()
    station = null
    const proof = spawnSync(program, ['verify', '--data', `${folder}/data`], { encoding: 'utf8' })
    assert.equal(proof.status, 0, proof.stdout)
  } finally {
    await station?.end('SIGKILL')
    await services.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
