// A drill runs beside reality and is never mistaken for it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { typhoonAlert } from './alert.mjs'
import { command, COUNTY, signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

const CAP = 'application/cap+xml'
let county, browser, bureau, officer, drill, response
/** What was real before the drill began: nothing is added to it. */
const REAL = ['warnings?state=all', 'responses?state=open', 'calls', 'tasks']
const real = async () => Promise.all(REAL.map(async (list) => (await officer.get(`/api/v1/${list}`)).items.map((each) => each.id).sort()))
const entries = async () => (await (await signIn(county.url(), 'shenji')).get('/api/v1/journal?kind=call.&limit=1000')).items
let before_drill, entries_before

before(async () => {
  county = await startCounty()
  browser = await launch()
  bureau = await signIn(county.url(COUNTY), 'shiju')
  officer = await signIn(county.url(), 'zhiban')
  ;[before_drill, entries_before] = [await real(), (await entries()).map((each) => each.seq)]
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

test('the county starts one, and its town hears of it', async () => {
  assert.equal((await officer.post('/api/v1/drills', { name: '测试演练', scenario: '' })).status, 403)
  const started = await bureau.post('/api/v1/drills', { name: '测试演练', scenario: '' })
  assert.equal(started.status, 201, JSON.stringify(started.body))
  drill = started.body.id
  await until(
    () => officer.get('/api/v1/drills'),
    (page) => page.items.some((each) => each.id === drill && each.state === 'running'),
  )
})

test('a real message cannot enter the drill', async () => {
  const real = await officer.post(`/api/v1/warnings?drill=${drill}`, typhoonAlert({ identifier: 'D-0' }), CAP)
  assert.deepEqual([real.status, real.body.code], [409, 'world_mixed'])
})

test('its warning, response and calls are in the drill alone', async () => {
  const alert = typhoonAlert({ identifier: 'D-1', status: 'Exercise' })
  const handed = await officer.post(`/api/v1/warnings?drill=${drill}`, alert, CAP)
  assert.equal(handed.status, 201, JSON.stringify(handed.body))
  const page = await until(
    () => officer.get(`/api/v1/responses?state=open&drill=${drill}`),
    (each) => each.items.some((one) => one.hazard === 'typhoon'),
  )
  response = page.items.find((one) => one.hazard === 'typhoon')
  assert.equal(response.drill, drill)
  await officer.post(`/api/v1/responses/${response.id}/confirm`, {})
  const calls = await until(
    () => officer.get(`/api/v1/calls?response=${response.id}&drill=${drill}`),
    (each) => each.items.length > 0,
  )
  for (const call of calls.items) assert.match(call.headline, /^【演练】/)
  assert.deepEqual(await real(), before_drill, 'lists show reality only')
})

test('the phone says it is a drill, and the answer stays inside it', async () => {
  const phone = await enter(browser, county.url(), { login: 'cunzhang', kind: 'phone' })
  const ring = phone.locator('article.ring.drill').first()
  await ring.waitFor()
  assert.match(await ring.innerText(), /演练/)
  await ring.locator('button.answer').click()
  await until(
    () => officer.get(`/api/v1/calls?response=${response.id}&drill=${drill}&state=answered`),
    (page) => page.items.length > 0,
  )
  assert.deepEqual(await real(), before_drill)
  assert.deepEqual(phone.faults, [])
})

test('every entry of it is marked, and the journals prove', async () => {
  const added = (await entries()).filter((entry) => !entries_before.includes(entry.seq))
  assert.ok(added.length > 0)
  for (const entry of added) assert.equal(entry.drill, drill)
  assert.equal(await county.stop(), 0)
  const proof = command('verify', '--data', county.data)
  assert.equal(proof.status, 0, proof.text)
})
