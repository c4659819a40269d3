// The county's line to one town cut and mended, some times: how soon it is said at each station, and that nobody enters again.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { until } from '../tests/journeys/county.mjs'
import { COUNTY, FAR, NEAR, PREFECTURE } from '../tests/meetings/four.mjs'
import { PATIENCE_ms, row, spread, TIMES } from './meeting_words.mjs'

const STEP_ms = 20
const GIVEN_UP_ms = 15_000

/** Ms until a condition holds; NaN: it did not in time. */
async function passes(holds) {
  const from = Date.now()
  while (Date.now() - from < GIVEN_UP_ms) {
    if (await holds()) return Date.now() - from
    await pause(STEP_ms)
  }
  return NaN
}
const said = (all) => {
  const times = all.filter((each) => !Number.isNaN(each))
  const never = all.length - times.length
  return `${spread(times)}${never ? `; ${never} of ${all.length} times not within ${GIVEN_UP_ms / 1000} s` : ''}`
}

/** `pages`: one at the prefecture, one in the other town. */
export async function cutAndMend(four, light, [page, townPage]) {
  const far = light.filter(({ station }) => station === FAR)
  const cutOnPage = async (window) => (await window.locator('.tiles figure').filter({ hasText: '线路中断' }).count()) === far.length
  const toldCut = (station, people) => () => light.find((each) => each.station === station).speakers.filter(({ person, cut }) => cut && people.has(person)).length === people.size
  const beyond = new Set(far[0].speakers.filter(({ person }) => far.every((each) => each.person !== person)).map(({ person }) => person))
  const there = new Set(far.map(({ person }) => person))
  const places = [
    [COUNTY.name, toldCut(COUNTY, there)],
    [`${FAR.name}, of all others`, toldCut(FAR, beyond)],
    [`the page at ${PREFECTURE.name}`, () => cutOnPage(page)],
    [`the page at ${NEAR.name}`, () => cutOnPage(townPage)],
  ]
  const times = places.map(() => [])
  const mended = []
  const connects = light.map((each) => each.connects)
  for (let count = 0; count < TIMES; ++count) {
    four.line.cut()
    for (const [nth, time] of (await Promise.all(places.map(([, holds]) => passes(holds)))).entries()) times[nth].push(time)
    const from = Date.now()
    four.line.mend()
    await until(() => light.flatMap(({ speakers }) => speakers.filter(({ cut }) => cut)).length, (cut) => cut === 0, PATIENCE_ms)
    for (const window of [page, townPage]) await until(() => window.locator('.tiles figure').filter({ hasText: '线路中断' }).count(), (cut) => cut === 0, PATIENCE_ms)
    mended.push(Date.now() - from)
    const before = light.map((one) => far.map((other) => one.frames(other.person)))
    const moving = () => light.every((one, nth) => far.every((other, at) => other === one || one.frames(other.person) > before[nth][at] + 5))
    await until(moving, Boolean, PATIENCE_ms)
  }
  for (const [nth, [name]] of places.entries()) row(`${COUNTY.name}'s line to ${FAR.name} cut, said at ${name}`, said(times[nth]))
  row('mended, said nowhere any more', spread(mended))
  assert.deepEqual(light.map((each) => each.connects), connects, 'nobody entered again')
}
