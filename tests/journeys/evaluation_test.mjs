// The year's evaluation: the county nominates four stations, two reviewers of the prefecture change a score between
// them, the result comes down to each station, a letter goes out with receipt, a model's lessons are read in a town.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { COUNTY, command, signIn, until } from './county.mjs'
import { PREFECTURE, startPrefecture, TOWNS } from './prefecture.mjs'
import { enter, launch } from './screen.mjs'

const [HUBIN, HANJIANG] = TOWNS
const CROSSED_ms = 20_000
const year = new Date().getFullYear()
let place, browser, bureau, first, second, heads
let countyPage, firstPage, secondPage

/** A station's own records are tried elsewhere; here it has passed with the reviewers' full points. */
async function accept(area) {
  const head = heads.get(area)
  const { items } = await head.get(`/api/v1/readiness/${area}`)
  const self = items.filter((each) => each.points == null).map((each) => ({ item: each.id, points: each.out_of, note: '' }))
  const applied = await head.post('/api/v1/acceptances', { self })
  if (applied.status !== 201) return applied.body.code
  const id = applied.body.id
  await until(() => bureau.get('/api/v1/acceptances'), (all) => all.items.some((each) => each.id === id), CROSSED_ms)
  for (const line of (await bureau.get(`/api/v1/acceptances/${id}`)).lines)
    if (line.points == null && line.records == null)
      await bureau.post(`/api/v1/acceptances/${id}/reviews`, { item: line.id, points: line.out_of })
  const concluded = await bureau.post(`/api/v1/acceptances/${id}/conclude`, { opinion: '同意通过验收' })
  assert.equal(concluded.status, 200, JSON.stringify(concluded.body))
  return ''
}

/** An exercise of two injects, scored by its observer. */
async function exercise(area, marks) {
  const head = heads.get(area)
  const observer = head.me.person
  const injects = marks.map((_, minute) => ({ minute: 60 + minute, text: `注入 ${minute + 1}`, expected: '按预案处置', measure: 'observed', pass_seconds: 0, item: '' }))
  const sheet = {
    title: '防台风实战演练', kind: 'full', basis: '', scenario: '', objectives: ['按时到位'], injects, units: '测试队', observers: [observer], planned_at: new Date().toISOString(),
  }
  const planned = await head.post('/api/v1/exercises', { sheet })
  assert.equal(planned.status, 201, JSON.stringify(planned.body))
  const path = `/api/v1/exercises/${planned.body.id}`
  assert.equal((await head.post(`${path}/begin`, {})).status, 200)
  for (const [index, mark] of marks.entries()) {
    const seen = await head.post(`${path}/observations`, { index, mark, fact: '测试所见' })
    assert.equal(seen.status, 200, JSON.stringify(seen.body))
  }
  const ended = await head.post(`${path}/end`, { summary: '测试小结' })
  assert.equal(ended.status, 200, JSON.stringify(ended.body))
  return planned.body.id
}

const cohort = (who) => who.get(`/api/v1/evaluations?year=${year}`)
const rowOf = async (who, area) => (await cohort(who)).rows.find((each) => each.station === area)

before(async () => {
  place = await startPrefecture()
  bureau = await signIn(place.url(COUNTY), 'shiju')
  first = await signIn(place.url(PREFECTURE), 'shiju')
  second = await signIn(place.url(PREFECTURE), 'pinggu')
  heads = new Map()
  for (const area of TOWNS) heads.set(area, await signIn(place.url(area), 'zhanzhang'))
  browser = await launch()
  countyPage = await enter(browser, place.url(COUNTY), { login: 'shiju', kind: 'desk' })
  firstPage = await enter(browser, place.url(PREFECTURE), { login: 'shiju', kind: 'desk' })
  secondPage = await enter(browser, place.url(PREFECTURE), { login: 'pinggu', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await place?.stop()
  place?.remove()
})

test('the county nominates a station with the exercise that speaks for it', async () => {
  assert.equal(await accept(HUBIN), '')
  await exercise(HUBIN, ['met', 'met'])
  await countyPage.goto(`${place.url(COUNTY)}/evaluation`)
  await until(() => cohort(bureau), (all) => all.candidates.some((each) => each.drills.length), CROSSED_ms)
  await countyPage.reload()
  await countyPage.getByRole('combobox', { name: '站', exact: true }).selectOption(HUBIN)
  await countyPage.getByRole('button', { name: '推荐参评' }).click()
  await countyPage.getByText('请写推荐理由').waitFor()
  await countyPage.getByLabel('推荐理由').fill('值守叫应无脱岗')
  await countyPage.getByRole('button', { name: '推荐参评' }).click()
  await countyPage.getByText('推荐理由：值守叫应无脱岗').waitFor()
  const foreign = await bureau.post('/api/v1/evaluations/nominations', { station: '350582101000', exercise: 'x', reason: '测试' })
  assert.equal(foreign.body.code, 'not_yours')
})

test('the prefecture sees it with its points, and a change takes two people', async () => {
  const row = await until(() => rowOf(first, HUBIN), Boolean, CROSSED_ms)
  assert.equal(row.in_drill, 100)
  await firstPage.goto(`${place.url(PREFECTURE)}/evaluation`)
  await firstPage.getByRole('button', { name: '提出改分' }).click()
  const dialog = firstPage.locator('dialog[open]')
  await dialog.getByLabel('动态演练分').check()
  await dialog.getByRole('spinbutton').fill('95')
  await dialog.locator('textarea').fill('计时员迟到五分钟')
  await dialog.getByRole('button', { name: /提出/ }).click()
  await firstPage.getByText('您提出的，请另一人确认').waitFor()
  const [change] = (await rowOf(first, HUBIN)).changes
  const alone = await first.post(`/api/v1/evaluations/changes/${change.id}/confirm`, {})
  assert.equal(alone.body.code, 'same_person')
  assert.equal((await rowOf(first, HUBIN)).in_drill, 100, 'proposed is not changed')
})

test('a second reviewer who has not seen it is told what the first did', async () => {
  const blind = await second.post(`/api/v1/evaluations/nominations/${(await rowOf(second, HUBIN)).nomination}/changes`, {
    part: 'on_paper', points: 90, reason: '测试', seen: 0,
  })
  assert.equal(blind.body.code, 'changed_meanwhile')
  assert.match(blind.body.message_zh, /100 改为 95.*计时员迟到五分钟/)
  await secondPage.goto(`${place.url(PREFECTURE)}/evaluation`)
  await secondPage.getByText('计时员迟到五分钟').waitFor()
  await secondPage.getByRole('button', { name: '确认改分' }).click()
  await until(() => rowOf(first, HUBIN), (row) => row.in_drill === 95)
  await firstPage.getByText('已生效').waitFor()
})

test('the other stations come with what they have, and are ranked', async (t) => {
  for (const area of TOWNS.slice(1)) {
    const refused = await accept(area)
    if (refused) {
      t.diagnostic(`${area} may not apply: ${refused}`)
      continue
    }
    const held = await exercise(area, ['met', 'partly'])
    await until(() => cohort(bureau), (all) => all.candidates.some((each) => each.station === area && each.drills.length), CROSSED_ms)
    const named = await bureau.post('/api/v1/evaluations/nominations', { station: area, exercise: held, reason: '测试推荐' })
    assert.equal(named.status, 201, JSON.stringify(named.body))
  }
  const named = (await cohort(bureau)).rows.length
  const all = await until(() => cohort(first), (each) => each.rows.length === named, CROSSED_ms)
  t.diagnostic(`${named} stations, ${all.places} places`)
  assert.deepEqual(all.rows.map((each) => each.rank), all.rows.map((_, at) => at + 1))
  assert.equal(all.places, Math.floor((named * 3) / 10))
  assert.ok(all.rows.filter((each) => each.grade === 'excellent').length <= all.places)
})

test('the result is given once, frozen, and reaches county and station', async () => {
  await firstPage.reload()
  await firstPage.getByRole('button', { name: '公布结果' }).click()
  const dialog = firstPage.locator('dialog[open]')
  await dialog.locator('textarea').fill('总体良好，继续巩固')
  await dialog.getByRole('button', { name: '公布结果' }).click()
  await firstPage.getByText(/公布，已冻结/).waitFor()
  const again = await second.post('/api/v1/evaluations/conclude', { year, opinion: '再来' })
  assert.equal(again.body.code, 'already_concluded')
  await until(() => cohort(bureau), (all) => all.concluded_at, CROSSED_ms)
  const told = await until(() => cohort(heads.get(HUBIN)), (all) => all.concluded_at, CROSSED_ms)
  assert.equal(told.rows.length, 1, 'a station reads its own line')
  assert.equal(told.opinion, '总体良好，继续巩固')
  const paper = await first.bytes(`/api/v1/evaluations/report.docx?year=${year}`)
  assert.equal(paper.subarray(0, 2).toString(), 'PK')
})

test('the county writes a letter, and the station receipts it', async () => {
  await countyPage.goto(`${place.url(COUNTY)}/evaluation`)
  const row = countyPage.getByRole('row').filter({ hasText: '湖滨街道' }).first()
  await row.getByRole('button', { name: '发函' }).click()
  const dialog = countyPage.locator('dialog[open]')
  await dialog.getByLabel('提醒函').check()
  await dialog.locator('textarea').fill('请于月底前补齐演练台账。')
  await dialog.getByRole('button', { name: /发出/ }).click()
  await countyPage.getByRole('link', { name: '看签收' }).waitFor()
  const [letter] = (await cohort(bureau)).letters
  const head = heads.get(HUBIN)
  await until(() => head.get('/api/v1/orders'), (all) => all.items.some((each) => each.id === letter.order), CROSSED_ms)
  assert.equal((await head.post(`/api/v1/orders/${letter.order}/receipt`, {})).status, 200)
  await until(() => bureau.get(`/api/v1/orders/${letter.order}`), (each) => JSON.stringify(each).includes('receipted_at'), CROSSED_ms)
})

test('a model named by the prefecture is read in a town, with its lesson', async () => {
  await firstPage.goto(`${place.url(PREFECTURE)}/evaluation/models`)
  await firstPage.getByRole('button', { name: '树标杆' }).click()
  const dialog = firstPage.locator('dialog[open]')
  await dialog.getByRole('combobox').selectOption(HUBIN)
  await dialog.locator('textarea').fill('叫应到户，全年无脱岗')
  await dialog.getByRole('button', { name: '树标杆' }).click()
  await firstPage.getByRole('button', { name: '写一条做法' }).click()
  await firstPage.getByLabel('标题').fill('三查三到')
  await firstPage.getByLabel('怎么做的').fill('汛前逐户核对电话，当场拨通。')
  await firstPage.getByRole('button', { name: '保存' }).click()
  await firstPage.getByText('三查三到').waitFor()
  const page = await enter(browser, place.url(HANJIANG), { login: 'zhanzhang', kind: 'desk' })
  await page.goto(`${place.url(HANJIANG)}/evaluation/models`)
  await page.getByText('三查三到').waitFor({ timeout: CROSSED_ms })
  assert.equal(await page.getByRole('button', { name: '写一条做法' }).count(), 0, 'only who named it writes')
  assert.deepEqual(page.faults, [])
})

test('no page threw, and every journal proves', async () => {
  for (const page of [countyPage, firstPage, secondPage]) assert.deepEqual(page.faults, [])
  assert.equal(await place.stop(), 0)
  const proof = command('verify', '--data', place.data)
  assert.equal(proof.status, 0, proof.text)
})
