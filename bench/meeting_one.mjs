// A meeting of eight at one station: what Janus and the program cost with nobody, two, eight in it, how long entering takes
// on a real page, and how late a voice is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort, serve } from '../tools/county.mjs'
import { signIn, until } from '../tests/journeys/county.mjs'
import { startJanus } from '../tests/journeys/janus.mjs'
import { enter, launch } from '../tests/journeys/screen.mjs'
import { latenesses } from '../tests/meetings/heard.mjs'
import { Participant } from '../tests/meetings/participant.mjs'
import { CAMERAS, cost, goIn, heardOnPage, PATIENCE_ms, percent, row, SECONDS, spread, TIMES } from './meeting_words.mjs'
import { lendEar } from './mouth_to_ear.mjs'
import { watched } from './process_cost.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const PEOPLE = ['zhiban', 'zhanzhang', 'zhenzhang', 'duizhang', 'wangge', 'cunzhang', 'cangguan', 'zhifa']

async function station(folder) {
  const janus = await startJanus(join(folder, 'janus'))
  const config = join(folder, 'anlan.toml')
  writeFileSync(
    config,
    `data = "${folder}/data"\nshared = "${root}data"\nweb = "${root}web/dist"\n\n[[node]]\narea = "350581106000"\nname = "永宁镇"\ndemo = true\nport = ${await freePort()}\n
[node.janus]\nsocket = "${janus.socket}"\n`,
  )
  return { janus, node: await serve(config) }
}

const sum = (all, key) => all.flatMap((one) => [...one.heard.values()]).reduce((total, each) => total + each[key], 0)
const seeEachOther = (all) =>
  until(() => all.flatMap((one) => all.filter((other) => other !== one && !one.heard.get(other.person)?.firstFrame)).length, (missing) => missing === 0, PATIENCE_ms)

/** What Janus and the program cost with these in the meeting, and what passes through them. */
async function carrying({ janus, node }, all) {
  const before = { bytes: sum(all, 'bytes'), frames: sum(all, 'frames'), at: Date.now() }
  const [media, program, own] = await watched([janus.pid(), node.pid, process.pid], SECONDS)
  const passed = (Date.now() - before.at) / 1000
  const pairs = Math.max(1, all.length * (all.length - 1))
  const mbit = ((sum(all, 'bytes') - before.bytes) * 8) / passed / 1e6
  const rate = (sum(all, 'frames') - before.frames) / passed / pairs
  row(`Janus with ${all.length}`, cost(media), `${mbit.toFixed(1)} Mb/s and ${rate.toFixed(1)} frames/s each passed on`)
  row(`the program with ${all.length}`, cost(program), `all light participants: ${cost(own)}`)
  return { media, program }
}

/** The last of them comes as a real page, some times. */
async function enterAsPage(page, url, all, person) {
  const times = []
  for (let count = 0; count < TIMES; ++count) {
    const one = await goIn(page, url, all.map((each) => each.person))
    await until(() => all.filter((each) => !each.heard.get(person)?.firstFrame).length, (missing) => missing === 0, PATIENCE_ms)
    times.push({ ...one, shown: Math.max(...all.map((each) => each.heard.get(person).firstFrame)) - one.pressed })
    if (count + 1 < TIMES) await leave(page, all, person)
  }
  row(`a page enters as number ${all.length + 1}: first frame`, spread(times.map((each) => each.first)))
  row('… until all others are painted', spread(times.map((each) => each.last)))
  row('… until its first frame is at all others', spread(times.map((each) => each.shown)))
}
async function leave(page, all, person) {
  await page.goto('about:blank')
  await until(() => all.filter((each) => each.told(person)).length, (still) => still === 0, PATIENCE_ms)
  for (const each of all) each.heard.delete(person)
}

export async function atOneStation() {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-meetings-'))
  const there = await station(folder)
  const browser = await launch(CAMERAS)
  const base = there.node.url
  let inside = []
  try {
    const officer = await signIn(base, PEOPLE[0])
    const all = []
    for (const login of PEOPLE) all.push(await Participant.signIn(base, login))
    const meeting = (await officer.post('/api/v1/meetings', { id: '', title: '测试会议', origin: '', guests: all.map((each) => each.person), rings: false })).body.id
    await until(() => officer.get('/api/v1/meetings/media'), (said) => said.media === 'up')
    const nobody = await carrying(there, [])
    const page = await enter(browser, base, { login: PEOPLE.at(-1), kind: 'phone' })
    await lendEar(page)
    const url = `${base}/m/meetings/${meeting}`
    const { person } = all.at(-1)
    const comeIn = async (count) => {
      for (const each of all.slice(inside.length, count)) await each.enter(meeting)
      inside = all.slice(0, count)
      await seeEachOther(inside)
    }
    await comeIn(1)
    await enterAsPage(page, url, inside, person)
    await leave(page, inside, person)
    await comeIn(2)
    await carrying(there, inside)
    await comeIn(7)
    await enterAsPage(page, url, inside, person)
    row('mouth to ear, a page among eight', spread(await heardOnPage(page, all[0])))
    await leave(page, inside, person)
    await comeIn(8)
    const { media, program } = await carrying(there, inside)
    const a = (now, then) => `${percent((now.share - then.share) / 8)} and ${((now.mb - then.mb) / 8).toFixed(2)} MB`
    row('a participant of eight', `Janus ${a(media, nobody.media)}; the program ${a(program, nobody.program)}`)
    row('mouth to ear, packets alone, eight in the room', spread(latenesses(all[0].voice.said, all[1].heard.get(all[0].person).beeps)))
  } finally {
    await Promise.all(inside.map((each) => each.leave()))
    await browser.close()
    await there.node.end()
    await there.janus.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
