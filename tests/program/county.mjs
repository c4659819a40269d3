// Five real stations with five nats-servers: what goes down and comes up, a line cut and mended, a process killed, streams
// thrown away. A small relay stands on every line, so that a cut is a cut of that line alone.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { typhoonAlert } from '../journeys/alert.mjs'
import { command, signIn, until, YONGNING } from '../journeys/county.mjs'
import { sentAndHeld } from './held.mjs'
import { relay } from './relay.mjs'
import { COUNTY, serve, startFive, TOWNS } from '../../tools/county.mjs'

const skip = spawnSync('nats-server', ['--version']).status === 0 ? false : 'there is no nats-server here'
const LINKED_ms = 30_000
const URGENT_ms = Number(process.env.ANLAN_URGENT_MS ?? 300)
const ANSWERS = 50 // of each of the four towns
const TWIN_FOUND_ms = 60_000 // four stale words five seconds apart, and a line that changes hands meanwhile
const CAP = 'application/cap+xml'
const folder = mkdtempSync(join(tmpdir(), 'anlan-five-'))
const lines = new Map()
let five, bureau
const heads = new Map()

/** The town dials the relay; the certificate it pinned stays the county's. */
async function through(town, home) {
  const file = join(home, town.area, 'parent.json')
  const parent = JSON.parse(readFileSync(file, 'utf8'))
  lines.set(town.area, await relay(parent.leaf_port))
  writeFileSync(file, JSON.stringify({ ...parent, leaf_port: lines.get(town.area).port }))
}

const linkOf = async (desk, area) => (await desk.get('/api/v1/links')).items.find((each) => each.area === area)
const linked = (desk, area) => until(() => linkOf(desk, area), (link) => link?.up, LINKED_ms)
const seen = async (area) => (await bureau.get('/api/v1/progress')).items.find((each) => each.area === area)
const openOf = async (desk) => (await desk.get('/api/v1/responses?state=open')).items
/** What the county knew of each town before its response: calls and tasks of other work count there too. */
const earlier = new Map()
const COUNTED = ['calls_total', 'calls_answered', 'tasks_total', 'tasks_done']
/** The county shows of this town what the town knows itself. */
const inStep = (area) =>
  until(
    async () => {
      const [response] = await openOf(heads.get(area))
      return { own: response, above: await seen(area), link: await linkOf(heads.get(area), COUNTY.area) }
    },
    ({ own, above, link }) =>
      link.waiting === 0 && (!own || COUNTED.every((count) => own[count] + earlier.get(area)[count] === above[count])),
    LINKED_ms,
  )
const answerOne = async (desk) => {
  const [response] = await openOf(desk)
  const { items } = await desk.get(`/api/v1/calls?response=${response.id}&state=ringing&limit=1`)
  const said = await desk.post(`/api/v1/calls/${items[0].id}/answer-for`, { by: items[0].person, channel: 'telephone', note: '' })
  assert.equal(said.status, 200, JSON.stringify(said.body))
}

before(async () => {
  if (skip) return
  five = await startFive(folder, { before: through })
  bureau = await signIn(five.url(COUNTY.area), 'zhanzhang')
  for (const { area } of TOWNS) heads.set(area, await signIn(five.url(area), 'zhanzhang'))
})
after(async () => {
  await five?.stop()
  for (const line of lines.values()) line.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every town has joined, and both ends say so', { skip }, async () => {
  for (const { area } of TOWNS) {
    await linked(heads.get(area), COUNTY.area)
    await linked(bureau, area)
    earlier.set(area, await seen(area))
  }
  const said = command('node', 'status', '--config', join(five.home(COUNTY.area), 'anlan.toml'))
  assert.equal(said.status, 0, said.text)
  for (const { name } of TOWNS) assert.match(said.text, new RegExp(`${name}.*通/up`))
})

test('a warning given to the county is in every town within a second, and each is asked to decide', { skip }, async (t) => {
  const from = Date.now()
  const given = await bureau.post('/api/v1/warnings', typhoonAlert({ identifier: 'C-1' }), CAP)
  assert.equal(given.status, 201, JSON.stringify(given.body))
  for (const { area } of TOWNS)
    await until(
      () => heads.get(area).get('/api/v1/warnings?state=active'),
      (page) => page.items.some((each) => each.identifier === 'C-1' && each.source === 'relay'),
    )
  t.diagnostic(`in all four towns after ${Date.now() - from} ms`)
  for (const { area } of TOWNS) await until(() => openOf(heads.get(area)), (all) => all.some((each) => each.state === 'proposed'))
})

test('the towns start, and the county sees how far each is', { skip }, async () => {
  for (const { area } of TOWNS) {
    const [proposed] = await openOf(heads.get(area))
    assert.equal((await heads.get(area).post(`/api/v1/responses/${proposed.id}/confirm`, {})).status, 200)
    await until(() => openOf(heads.get(area)), (all) => all.some((each) => each.calls_total > 0))
    await answerOne(heads.get(area))
  }
  for (const { area } of TOWNS) assert.equal((await inStep(area)).own.calls_answered, 1)
})

test('an answer in a town is known at the county at once', { skip }, async (t) => {
  const took = []
  for (let i = 0; i < ANSWERS; ++i)
    for (const { area } of TOWNS) {
      const before = (await seen(area)).calls_answered
      const from = performance.now()
      await answerOne(heads.get(area))
      while ((await seen(area)).calls_answered === before) assert.ok(performance.now() - from < 10_000, 'not within 10 s')
      took.push(performance.now() - from)
    }
  took.sort((a, b) => a - b)
  const part = (share) => took[Math.ceil(took.length * share) - 1]
  const said = [`p50 ${part(0.5).toFixed(0)} ms`, `p99 ${part(0.99).toFixed(0)} ms`, `worst ${part(1).toFixed(0)} ms`].join(', ')
  t.diagnostic(`${took.length} answers pressed in a town, seen at the county: ${said}`)
  assert.ok(part(0.99) < URGENT_ms, said)
})

test('cut off, a town works on and says what waits; mended, all of it arrives once', { skip }, async (t) => {
  const town = heads.get(YONGNING)
  lines.get(YONGNING).cut()
  await until(() => linkOf(town, COUNTY.area), (link) => !link.up, LINKED_ms)
  await until(() => linkOf(bureau, YONGNING), (link) => !link.up, 60_000)
  const before = (await seen(YONGNING)).calls_answered
  for (let i = 0; i < 20; ++i) await answerOne(town)
  const link = await linkOf(town, COUNTY.area)
  assert.ok(link.waiting >= 20, `${link.waiting} entries wait`)
  assert.equal((await seen(YONGNING)).calls_answered, before)
  const from = Date.now()
  lines.get(YONGNING).mend()
  await until(() => seen(YONGNING), (each) => each.calls_answered === before + 20, LINKED_ms)
  t.diagnostic(`everything was there ${Date.now() - from} ms after the line was back`)
  await inStep(YONGNING)
})

test('a town killed in the middle is in step again after its start', { skip }, async () => {
  const { area } = TOWNS[0]
  const before = (await seen(area)).calls_answered
  await answerOne(heads.get(area))
  await five.end(area, 'SIGKILL')
  await answerOne(heads.get(YONGNING)) // the others go on
  await five.start(area)
  heads.set(area, await signIn(five.url(area), 'zhanzhang'))
  await answerOne(heads.get(area))
  assert.equal((await inStep(area)).above.calls_answered, before + 2)
})

test('the streams of a town thrown away heal without a person', { skip }, async () => {
  const { area } = TOWNS[1]
  const before = (await seen(area)).calls_answered
  await five.end(area)
  rmSync(join(five.home(area), area, 'nats', 'store'), { recursive: true })
  await five.start(area)
  heads.set(area, await signIn(five.url(area), 'zhanzhang'))
  await answerOne(heads.get(area))
  assert.equal((await inStep(area)).above.calls_answered, before + 1)
})

test('the county ends and starts; every town finds it again', { skip }, async () => {
  await five.end(COUNTY.area, 'SIGKILL')
  for (const { area } of TOWNS) await answerOne(heads.get(area))
  await five.start(COUNTY.area)
  bureau = await signIn(five.url(COUNTY.area), 'zhanzhang')
  for (const { area } of TOWNS) await inStep(area)
})

test('what every town sent lies at the county once, in its order, hash by hash', { skip }, async (t) => {
  for (const { area, name } of TOWNS) {
    const ends = [{ home: five.home(area), area }, { home: five.home(COUNTY.area), area: COUNTY.area }]
    const { sent } = await until(() => sentAndHeld(...ends), ({ equal }) => equal, LINKED_ms)
    assert.ok(sent.length > ANSWERS)
    t.diagnostic(`${name}: ${sent.length} entries`)
  }
})

test('a second machine with a town\'s key is found out and told', { skip }, async (t) => {
  const { area } = TOWNS[3]
  const home = join(folder, 'twin')
  await five.end(area)
  cpSync(five.home(area), home, { recursive: true })
  await five.start(area)
  await linked(bureau, area)
  const config = join(home, 'anlan.toml')
  writeFileSync(config, readFileSync(config, 'utf8').replaceAll(five.home(area), home).replace(/^port = .*/m, 'port = 0'))
  const from = Date.now()
  const twin = await serve(config)
  try {
    const explained = ({ refused, note }) => refused && note.includes('两台机器')  // the record follows a moment later
    const link = await until(() => linkOf(bureau, area), explained, TWIN_FOUND_ms)
    assert.match(link.note_en, /two machines/)
    assert.ok(Math.abs(Date.parse(link.since) - Date.now()) < TWIN_FOUND_ms, 'since it was found out')
    const said = command('node', 'status', '--config', join(five.home(COUNTY.area), 'anlan.toml'))
    assert.match(said.text, /拒收\/refused/)
    assert.match(said.text, /发现两台机器同时使用/)
    t.diagnostic(`refused after ${((Date.now() - from) / 1000).toFixed(1)} s`)
    const told = () => bureau.get('/api/v1/links/faults')
    await until(told, ({ items }) => items.some((each) => each.neighbour === area && each.code === 'same_key_twice'))
  } finally {
    await twin.end()
  }
})

test('all five journals prove', { skip }, async () => {
  await five.stop()
  for (const { area } of [COUNTY, ...TOWNS]) {
    const said = command('verify', '--data', five.home(area))
    assert.equal(said.status, 0, said.text)
  }
})
