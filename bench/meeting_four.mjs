// One meeting of four stations on three levels, eight people, two at each: what every Janus and every program costs, how
// long entering takes on a real page in a town and at the prefecture, how late a voice is, how soon a cut line is said.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../tests/journeys/county.mjs'
import { enter, launch } from '../tests/journeys/screen.mjs'
import { COUNTY, everybody, FAR, meetOnThreeLevels, NEAR, peopleOf, PREFECTURE, startFour, STATIONS } from '../tests/meetings/four.mjs'
import { latenesses } from '../tests/meetings/heard.mjs'
import { CAMERAS, cost, goIn, heardOnPage, PATIENCE_ms, row, SECONDS, spread, TIMES } from './meeting_words.mjs'
import { beeps, latenesses as betweenPages, lendEar } from './mouth_to_ear.mjs'
import { cutAndMend } from './meeting_cut.mjs'
import { watched } from './process_cost.mjs'

/** Until all of these see all of those. */
const seen = (by, whom) =>
  until(() => by.flatMap((one) => whom.filter((other) => other !== one && !one.heard.get(other.person)?.firstFrame)).length, (missing) => missing === 0, PATIENCE_ms)

async function costs(four, words) {
  const pids = STATIONS.flatMap((each) => [four.janus(each).pid(), four.pid(each)])
  const all = await watched([...pids, process.pid], SECONDS)
  for (const [nth, { name }] of STATIONS.entries()) row(`${name}, ${words}`, `Janus ${cost(all[nth * 2])}`, `the program ${cost(all[nth * 2 + 1])}`)
  row(`all light participants, ${words}`, cost(all.at(-1)))
}

/** Somebody takes part from a real page in the place of the light participant they were. */
async function asPage(four, browser, one) {
  const page = await enter(browser, four.url(one.station), { login: one.login, kind: 'phone' })
  await lendEar(page)
  return page
}
async function gone(all, { person }) {
  await until(() => all.filter((each) => each.told(person)).length, (still) => still === 0, PATIENCE_ms)
  for (const each of all) each.heard.delete(person)
}

async function entering(page, url, one, others) {
  const times = []
  for (let count = 0; count < TIMES; ++count) {
    await page.goto('about:blank')
    await gone(others, one)
    const each = await goIn(page, url, others.map(({ person }) => person))
    await seen(others, [one])
    times.push({ ...each, shown: Math.max(...others.map(({ heard }) => heard.get(one.person).firstFrame)) - each.pressed })
  }
  row(`a page enters at ${one.station.name}, seven are in: first frame`, spread(times.map(({ first }) => first)))
  row('… until all seven are painted', spread(times.map(({ last }) => last)))
  row('… until its first frame is at all others', spread(times.map(({ shown }) => shown)))
}

function lateness(all, from, to, words) {
  const [speaker] = all.filter(({ station }) => station === from)
  const listener = all.find((each) => each.station === to && each !== speaker)
  row(`mouth to ear, packets alone, ${words}: ${from.name} to ${to.name}`, spread(latenesses(speaker.voice.said, listener.heard.get(speaker.person).beeps)))
}

export async function atFourStations() {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-beeps-'))
  const sound = join(folder, 'beeps.wav')
  writeFileSync(sound, beeps())
  const four = await startFour()
  const browser = await launch([...CAMERAS, `--use-file-for-fake-audio-capture=${sound}`])
  const all = await everybody(four)
  try {
    const ids = await meetOnThreeLevels(four, '防台风视频调度')
    const url = ({ station }) => `${four.url(station)}/m/meetings/${ids.get(station)}`
    const [first, last] = [PREFECTURE, FAR].map((place) => all.find(({ station }) => station === place))
    await costs(four, 'nobody in the meeting')
    for (const each of [first, last]) await each.enter(ids.get(each.station))
    await seen([first, last], [first, last])
    await costs(four, 'two in it, at the prefecture and in 祥芝镇')
    for (const each of all) if (each !== first && each !== last) await each.enter(ids.get(each.station))
    await seen(all, all)
    await costs(four, 'eight in it, two at each station')
    lateness(all, PREFECTURE, PREFECTURE, 'one station')
    lateness(all, PREFECTURE, COUNTY, 'two stations')
    lateness(all, PREFECTURE, FAR, 'three stations')
    lateness(all, NEAR, FAR, 'three stations, town to town')

    const [townsman] = all.filter(({ station, login }) => station === NEAR && login === peopleOf(NEAR)[0])
    const townPage = await asPage(four, browser, townsman)
    await townsman.leave()
    const besideTown = all.filter((each) => each !== townsman)
    await entering(townPage, url(townsman), townsman, besideTown)
    await townPage.goto('about:blank')
    await gone(besideTown, townsman)
    await townsman.enter(ids.get(NEAR))
    await seen(all, all)

    const page = await asPage(four, browser, first)
    await first.leave()
    const others = all.filter((each) => each !== first)
    await entering(page, url(first), first, others)
    for (const [place, words] of [[PREFECTURE, 'one station'], [COUNTY, 'two stations'], [FAR, 'three stations']]) {
      const speaker = others.find(({ station }) => station === place)
      row(`mouth to ear on the page at ${PREFECTURE.name}, ${words}: from ${place.name}`, spread(await heardOnPage(page, speaker)))
    }
    await townsman.leave()
    await gone(others.filter((each) => each !== townsman), townsman)
    await goIn(townPage, url(townsman), [first, ...others].filter((each) => each !== townsman).map(({ person }) => person))
    await page.locator(`[data-person="${townsman.name}"][data-live="1"]`).waitFor({ timeout: PATIENCE_ms })
    row('mouth to ear, page to page, three stations', spread(await betweenPages(townPage, page, townsman.name, SECONDS)))
    await cutAndMend(four, others.filter((each) => each !== townsman), [page, townPage])
  } finally {
    await Promise.all(all.map((each) => each.leave()))
    await browser.close()
    await four.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
