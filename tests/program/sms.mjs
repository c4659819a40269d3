// Calls over short messages: the real program, gammu-smsd, modems on pseudo-terminals, kill -9 in between. Every call goes
// out once; what nobody can know is said to be uncertain. ANLAN_SMS_CALLS, _MODEMS and _KILLS make it longer (`./dev sms`).
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { serve } from '../../tools/county.mjs'
import { signIn, until, YONGNING } from '../journeys/county.mjs'
import { startFleet } from '../modems/fleet.mjs'

const CALLS = Number(process.env.ANLAN_SMS_CALLS ?? 60)
const MODEMS = Number(process.env.ANLAN_SMS_MODEMS ?? 6)
const KILLS = Number(process.env.ANLAN_SMS_KILLS ?? 2)
const REPLIES = Math.min(CALLS, 20)
const AT_ONCE = 200
const PATIENCE_ms = 600_000
const skip = ['gammu-smsd', 'python3'].every((name) => spawnSync(name, ['--version']).status === 0) ? false : 'no gammu-smsd or python3 here'
const root = new URL('../..', import.meta.url).pathname

const numberOf = (i) => `139${String(i).padStart(8, '0')}`

function configure(folder, devices) {
  const file = join(folder, 'anlan.toml')
  writeFileSync(
    file,
    `data = "${folder}/data"\nshared = "${root}data"\nweb = "${root}web/dist"\n\n[[node]]\narea = "${YONGNING}"\nname = "永宁镇"\n` +
      `port = 0\ndemo = true\n\n[node.sms]\ndevices = ${JSON.stringify(devices)}\n`,
  )
  return file
}

/** A power cut takes the daemons, too. */
const killDaemons = (folder) => spawnSync('pkill', ['-9', '-f', `^gammu-smsd -c ${folder}/`])

async function set(desk, key, value) {
  const said = await desk.put(`/api/v1/policy/${key}`, { value, source: '试', clause: '', valid_from: '', mark: '' })
  assert.equal(said.status, 200, JSON.stringify(said.body))
}

async function people(desk) {
  const ids = []
  const one = async (i) => {
    const said = await desk.post('/api/v1/people', { name: `测试${i}`, phone: numberOf(i), area: YONGNING, full_time: false, lines: [] })
    assert.equal(said.status, 201, JSON.stringify(said.body))
    ids[i] = said.body.id
  }
  for (let from = 0; from < CALLS; from += 16) await Promise.all(Array.from({ length: Math.min(16, CALLS - from) }, (_, i) => one(from + i)))
  return ids
}

async function callsOf(desk, ids) {
  const all = []
  for (let cursor = ''; cursor !== null; ) {
    const page = await desk.get(`/api/v1/calls?open=1&limit=1000${cursor ? `&cursor=${cursor}` : ''}`)
    all.push(...page.items)
    cursor = page.cursor
  }
  return all.filter((call) => ids.has(call.person))
}

test(`${CALLS} calls over ${MODEMS} modems, ${KILLS} kills: none lost, none double`, { skip, timeout: PATIENCE_ms * 3 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-sms-'))
  const fleet = await startFleet(folder, MODEMS)
  let station = null
  try {
    const config = configure(folder, fleet.devices)
    const start = async () => {
      station = await serve(config)
      return signIn(station.url, 'zhanzhang')
    }
    let desk = await start()
    await set(desk, 'callout.channel.app.rank', 0)
    await set(desk, 'callout.channel.sms.hour_limit', 0)
    await until(() => desk.get('/api/v1/channels'), (page) => page.items.find((one) => one.channel === 'sms')?.awake, 60_000)
    const ids = await people(desk)
    const begun = Date.now()
    for (let from = 0; from < CALLS; from += AT_ONCE) {
      const said = await desk.post('/api/v1/consultations', {
        occasion: 'regular', origin: '', title: `短信试验 ${from}`, place: '', starts_at: null, chair: '', agenda: [],
        invited: ids.slice(from, from + AT_ONCE), by_video: false,
      })
      assert.equal(said.status, 201, JSON.stringify(said.body))
    }
    for (let kill = 1; kill <= KILLS; kill++) {
      const goal = Math.floor((CALLS * kill) / (KILLS + 1))
      await until(() => fleet.sent().length, (sent) => sent >= goal, PATIENCE_ms)
      await station.end('SIGKILL')
      if (kill % 2 === 0) killDaemons(folder)
      desk = await start()
    }
    const wanted = new Set(ids)
    const settled = await until(
      () => callsOf(desk, wanted),
      (calls) => calls.length === CALLS && calls.every((call) => ['accepted', 'delivered', 'uncertain'].includes(call.ladder[0].carries[0]?.state)),
      PATIENCE_ms,
    )
    const seconds = (Date.now() - begun) / 1000
    const times = new Map()
    const texts = fleet.sent().filter(({ udh }) => udh === '' || udh.endsWith('01'))
    for (const { number } of texts) times.set(number, (times.get(number) ?? 0) + 1)
    const sentTo = (call) => times.get(`+86${numberOf(ids.indexOf(call.person))}`) ?? 0
    const stateOf = (call) => call.ladder[0].carries[0].state
    const uncertain = settled.filter((call) => stateOf(call) === 'uncertain')
    const lost = settled.filter((call) => stateOf(call) !== 'uncertain' && sentTo(call) === 0)
    const double = settled.filter((call) => sentTo(call) > 1)
    console.log(
      `${CALLS} calls, ${MODEMS} modems, ${KILLS} kills: ${texts.length} sent in ${seconds.toFixed(0)} s, ${lost.length} lost, ${double.length} double, ` +
        `${uncertain.length} said to be uncertain (${uncertain.filter(sentTo).length} of them had gone out)`,
    )
    assert.deepEqual([lost.length, double.length], [0, 0])
    assert.ok(uncertain.length <= MODEMS * Math.floor(KILLS / 2), 'only what a killed daemon was at is uncertain')

    const answering = settled.filter((call) => stateOf(call) !== 'uncertain').slice(0, REPLIES)
    const asked = Date.now()
    fleet.deliver(answering.map((call, i) => ({ from: `+86${numberOf(ids.indexOf(call.person))}`, words: ['1', '１', '收到'][i % 3] })))
    const mine = new Set(answering.map((call) => call.id))
    await until(
      () => callsOf(desk, wanted),
      (calls) => calls.filter((call) => mine.has(call.id) && call.state === 'answered' && call.answer_channel === 'sms').length === answering.length,
      PATIENCE_ms,
    )
    console.log(`${answering.length} replies answered their calls within ${((Date.now() - asked) / 1000).toFixed(1)} s`)
    assert.equal((await callsOf(desk, wanted)).filter((call) => call.state === 'answered').length, answering.length)
    await station.end()
    station = null
    const proof = spawnSync(process.env.ANLAN_PROGRAM ?? join(root, 'build/release/anlan'), ['verify', '--data', `${folder}/data`], { encoding: 'utf8' })
    assert.equal(proof.status, 0, proof.stdout)
  } finally {
    await station?.end('SIGKILL')
    killDaemons(folder)
    fleet.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
