// One meeting of four stations on three levels: a prefecture, its county, two towns. Eight people, two of them on real pages,
// see each other, once each; the county's line to one town is cut, said and mended, and nobody enters again.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import { signIn, until } from './county.mjs'
import { enter, launch } from './screen.mjs'
import { COUNTY, everybody, FAR, joinedMeeting, NEAR, openMeeting, peopleOf, PREFECTURE, startFour } from '../meetings/four.mjs'
import { latenesses } from '../meetings/heard.mjs'

const skip = spawnSync('nats-server', ['--version']).status === 0 ? false : 'there is no nats-server here'
const CAMERAS = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required']
const PATIENCE_ms = 60_000
const CUT_SAID_ms = 5_000
let four, browser, desk, townDesk, all, light, far
const ids = new Map()
const url = (each) => `${four.url(each)}/meetings/${ids.get(each)}`
const at = (station) => light.filter((each) => each.station === station)
const tiles = (page) => page.locator('.tiles figure')
const others = (one) => all.filter((each) => each.person !== one.person)
const press = (page) => page.getByRole('button', { name: '进入会议', exact: true }).click({ timeout: PATIENCE_ms })

/** Everybody's pictures go on coming at everybody. */
async function allMoving(who = light, whom = others) {
  const pairs = who.flatMap((one) => whom(one).map((other) => ({ one, other, from: one.frames(other.person) })))
  const still = () => pairs.filter(({ one, other, from }) => one.frames(other.person) < from + 5).map(({ one, other }) => `${other.name} at ${one.name}`)
  await until(still, (names) => names.length === 0, PATIENCE_ms)
}

before(async () => {
  if (skip) return
  four = await startFour()
  all = await everybody(four)
  light = all.filter(({ station, login }) => ![COUNTY, NEAR].includes(station) || login !== peopleOf(station)[0])
  far = all.filter(({ station }) => station === FAR)
  browser = await launch(CAMERAS)
  desk = await enter(browser, four.url(COUNTY), { login: peopleOf(COUNTY)[0], kind: 'desk' })
  townDesk = await enter(browser, four.url(NEAR), { login: peopleOf(NEAR)[0], kind: 'desk' })
})
after(async () => {
  await Promise.all((light ?? []).map((each) => each.leave()))
  await browser?.close()
  await four?.stop()
})

test('a county that was joined joins its towns in turn, on its own page', { skip }, async () => {
  ids.set(PREFECTURE, await openMeeting(four, '防台风视频调度'))
  const holder = await signIn(four.url(PREFECTURE), peopleOf(PREFECTURE)[0])
  const spanned = await holder.post(`/api/v1/meetings/${ids.get(PREFECTURE)}/span`, { to: [COUNTY.area] })
  assert.equal(spanned.status, 200, JSON.stringify(spanned.body))
  ids.set(COUNTY, await joinedMeeting(four, COUNTY, ids.get(PREFECTURE)))
  await desk.goto(url(COUNTY))
  for (const town of [NEAR, FAR]) await desk.getByLabel(town.name).check()
  await desk.getByRole('button', { name: '接入所选各站' }).click()
  await until(() => desk.getByText('已接入').count(), (count) => count === 2, PATIENCE_ms)
  for (const town of [NEAR, FAR]) ids.set(town, await joinedMeeting(four, town, ids.get(COUNTY)))
})

test('everybody is seen by everybody, once', { skip }, async () => {
  for (const each of light) await each.enter(ids.get(each.station))
  await townDesk.goto(url(NEAR))
  await Promise.all([desk, townDesk].map(press))
  await allMoving()
  for (const one of light) {
    assert.deepEqual(one.speakers.map(({ person }) => person).sort(), all.map(({ person }) => person).sort(), one.name)
    assert.equal(new Set(one.speakers.map(({ feed }) => feed)).size, all.length)
  }
  for (const page of [desk, townDesk]) {
    for (const { name } of all) await page.locator(`[data-person="${name}"][data-live="1"]`).waitFor({ timeout: PATIENCE_ms })
    assert.equal(await tiles(page).count(), all.length)
  }
  for (const { name } of far) await townDesk.locator(`[data-person="${name}"]`).getByText(FAR.name).waitFor()
})

test('a voice at the prefecture is heard in the towns, beep by beep', { skip }, async () => {
  const [{ person, voice }] = at(PREFECTURE)
  const began = voice.said.length
  await until(() => voice.said.length, (count) => count >= began + 4, PATIENCE_ms)
  const said = () => voice.said.slice(began)
  const late = ({ heard }) => latenesses(said(), heard.get(person).beeps.filter((each) => each >= said()[0]))
  for (const listener of [...at(NEAR), ...at(FAR)]) {
    const times = await until(() => late(listener), (all) => all.length >= 3, PATIENCE_ms)
    console.log(`${listener.station.name} hears the prefecture's beeps ${times.join(', ')} ms after they went out`)
  }
})

test("the county's line to a town cut: said at every station, and everybody else goes on", { skip }, async () => {
  const from = Date.now()
  four.line.cut()
  for (const { name } of far) await desk.locator(`[data-person="${name}"]`).getByText('线路中断').waitFor({ timeout: PATIENCE_ms })
  const passed = Date.now() - from
  console.log(`the cut was shown at the county after ${passed} ms`)
  assert.ok(passed < CUT_SAID_ms, `shown after ${passed} ms`)
  await until(() => far.map((one) => others(one).filter(({ station, person }) => station !== FAR && one.told(person)?.cut).length), (cut) => cut.every((count) => count === 6), PATIENCE_ms)
  await until(() => [...at(PREFECTURE), ...at(NEAR)].map((one) => far.filter(({ person }) => one.told(person)?.cut).length), (cut) => cut.every((count) => count === 2), PATIENCE_ms)
  console.log(`and at the stations beyond it after ${Date.now() - from} ms`)
  for (const page of [desk, townDesk]) assert.equal(await tiles(page).filter({ hasText: '线路中断' }).count(), 2, 'nobody else is cut')
  await allMoving(light.filter(({ station }) => station !== FAR), (one) => others(one).filter(({ station }) => station !== FAR))
  await allMoving(far, (one) => others(one).filter(({ station }) => station === FAR))
})

test('mended, everybody sees everybody without anybody entering again', { skip }, async () => {
  const from = Date.now()
  four.line.mend()
  for (const page of [desk, townDesk]) await until(() => tiles(page).filter({ hasText: '线路中断' }).count(), (count) => count === 0, PATIENCE_ms)
  await until(() => light.flatMap((one) => one.speakers.filter(({ cut }) => cut)), (cut) => cut.length === 0, PATIENCE_ms)
  console.log(`mended after ${Date.now() - from} ms`)
  await allMoving()
  for (const page of [desk, townDesk]) assert.equal(await page.locator('.tiles figure[data-live="1"]').count(), all.length)
  assert.deepEqual(light.map(({ connects }) => connects), light.map(() => 1))
})

test('the prefecture concludes, and it ends for all', { skip }, async () => {
  const holder = await signIn(four.url(PREFECTURE), peopleOf(PREFECTURE)[0])
  assert.equal((await holder.post(`/api/v1/meetings/${ids.get(PREFECTURE)}/close`, {})).status, 200)
  for (const page of [desk, townDesk]) await page.getByText('会议已结束。').waitFor({ timeout: PATIENCE_ms })
  assert.deepEqual([...desk.faults, ...townDesk.faults], [])
})
