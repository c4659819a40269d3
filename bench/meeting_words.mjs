// How the figures of meetings are said: rows of docs/figures.md, and what several measurements share.
import { loadavg } from 'node:os'
import { latenesses } from '../tests/meetings/heard.mjs'
import { listen } from './mouth_to_ear.mjs'

export const CAMERAS = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required']
export const SECONDS = Number(process.env.SECONDS ?? 20)
export const TIMES = Number(process.env.TIMES ?? 5)
export const PATIENCE_ms = 120_000

const whole = (value) => Math.round(value)
const middle = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]
/** The middle of some times, and between which they lie. */
export const spread = (all) => (all.length ? `${whole(middle(all))} ms (${whole(Math.min(...all))}–${whole(Math.max(...all))}, ${all.length} times)` : 'nothing')
export const percent = (share) => `${(share * 100).toFixed(1)} %`
export const cost = ({ share, mb }) => `${percent(share)} of a processor, ${mb.toFixed(1)} MB`
/** With how busy everything on the machine was just before. */
export const row = (...cells) => console.log(`| ${cells.join(' | ')} | load ${loadavg()[0].toFixed(1)} |`)

/** Presses "enter" and waits for everybody's picture; ms from the press to the first of them painted, and to the last. */
export async function goIn(page, url, others) {
  await page.goto(url)
  await page.getByRole('button', { name: '进入会议', exact: true }).click({ timeout: PATIENCE_ms })
  const all = (people) => people.every((who) => performance.getEntriesByName(`meeting.frame:${who}`).length)
  await page.waitForFunction(all, others, { timeout: PATIENCE_ms })
  const times = await page.evaluate((people) => {
    const from = performance.getEntriesByName('meeting.enter')[0].startTime
    return people.map((who) => performance.getEntriesByName(`meeting.frame:${who}`)[0].startTime - from)
  }, others)
  return { first: Math.min(...times), last: Math.max(...times), pressed: Date.now() - (await page.evaluate(() => performance.now() - performance.getEntriesByName('meeting.enter')[0].startTime)) }
}

/** A page hears a light participant's beeps: ms from a beep's first packet to its sound in the page. */
export const heardOnPage = async (page, speaker) => latenesses(speaker.voice.said, await listen(page, speaker.name, SECONDS))
