// Teams: an incident calls a team out, two phones say yes and one no, the next team is proposed, arrival makes the
// turnout; a training is signed in to by code; an exercise is observed and scored.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

let county, browser, desk, officer, leader, head, phones, callout, team
const base = () => county.url()
const board = () => officer.get(`/api/v1/callouts/${callout}`)

before(async () => {
  county = await startCounty()
  officer = await signIn(base(), 'zhiban')
  leader = await signIn(base(), 'duizhang')
  head = await signIn(base(), 'zhanzhang')
  browser = await launch()
  desk = await enter(browser, base(), { login: 'zhiban', kind: 'desk' })
  phones = {}
  for (const login of ['cunzhang', 'wangge', 'duizhang']) phones[login] = await enter(browser, base(), { login, kind: 'phone' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

test('from an incident the officer calls out the team the program proposes', async () => {
  const taken = await officer.post('/api/v1/incidents', { title: '低洼处积水', kind: 'typhoon', place: '外高村', words: '积水及腰，有人被困' })
  assert.equal(taken.status, 201, JSON.stringify(taken.body))
  await desk.goto(`${base()}/incidents/${taken.body.id}`)
  await desk.getByRole('button', { name: '集结队伍' }).click()
  await desk.waitForURL(/callouts\/new/)
  await desk.getByLabel('需要的专长').fill('排涝')
  await desk.getByLabel('需要人数').fill('8')
  const first = desk.locator('li', { hasText: '首选' }).first()
  await first.waitFor()
  team = (await first.locator('b').first().innerText()).trim()
  assert.match(team, /综合应急救援队/, 'the one that can pump comes first')
  await first.locator('input').check()
  await desk.getByRole('button', { name: /集结，叫 \d+ 人/ }).click()
  await desk.getByRole('button', { name: '再点一次确认' }).click()
  await desk.waitForURL(/callouts\/(?!new)/)
  callout = desk.url().split('/').at(-1)
})

test('two phones say yes, one says no with a reason', async () => {
  for (const login of ['cunzhang', 'wangge']) {
    const yes = phones[login].locator('.callout .yes')
    await yes.waitFor()
    await yes.click()
    await phones[login].getByRole('button', { name: '我到了' }).waitFor()
  }
  await phones.duizhang.locator('.callout .no').click()
  await phones.duizhang.getByRole('button', { name: '在外地' }).click()
  await phones.duizhang.getByText('您答复：来不了').waitFor()
  const { people, callout: sheet } = await until(board, (seen) => seen.callout.declined === 1)
  assert.equal(sheet.coming, 2)
  assert.equal(people.filter((each) => each.reason === '在外地').length, 1)
})

test('when the last has answered and too few come, the next team is proposed and called', async () => {
  const { people } = await board()
  const others = people.filter((each) => each.state === 'called')
  for (const [at, each] of others.entries()) {
    const coming = at < 3
    const body = { coming, reason: coming ? '' : '电话答复', person: each.person }
    const said = await officer.post(`/api/v1/callouts/${callout}/answer`, body)
    assert.equal(said.status, 200, JSON.stringify(said.body))
  }
  const call = desk.getByRole('button', { name: /^叫“/ })
  await call.waitFor()
  await call.click()
  const seen = await until(board, ({ teams }) => teams.length === 2)
  assert.equal(seen.people.length, new Set(seen.people.map((each) => each.person)).size, 'nobody is counted twice')
})

test('arrivals make the turnout, and the close gives everybody an end', async () => {
  for (const login of ['cunzhang', 'wangge']) {
    await phones[login].getByRole('button', { name: '我到了' }).click()
    await phones[login].getByText('您已到位').waitFor()
  }
  const { people } = await board()
  for (const each of people.filter(({ state, team_name }) => state === 'coming' && team_name === team))
    assert.equal((await officer.post(`/api/v1/callouts/${callout}/arrive`, { person: each.person })).status, 200)
  const { callout: sheet } = await until(board, (seen) => seen.callout.turnout_seconds !== null)
  assert.ok(sheet.turnout_seconds <= sheet.target_seconds, `${sheet.turnout_seconds} s`)
  await desk.locator('.figures .good dd').waitFor()
  assert.match(await desk.locator('.figures .good dd').innerText(), /\d\d:\d\d/)
  await desk.getByRole('button', { name: '结束集结' }).click()
  await desk.locator('dialog textarea').fill('排涝完成')
  await desk.locator('dialog').getByRole('button', { name: '结束集结' }).click()
  const ends = await until(board, (seen) => seen.callout.closed_at !== null)
  const states = new Set(ends.people.map((each) => each.state))
  assert.ok([...states].every((each) => ['arrived', 'declined', 'silent', 'stood_down'].includes(each)), [...states].join())
  console.log(`# turnout ${sheet.turnout_seconds} s`)
})

test('a training is signed in to by the code on the screen', async () => {
  const { items } = await leader.get('/api/v1/teams')
  const ours = items.find((each) => each.team.name === team)
  const starts = new Date(Date.now() + 600_000)
  const body = {
    kind: 'team',
    title: '测试训练',
    place: '站院内',
    goal: '',
    teams: [ours.team.id],
    starts: starts.toISOString(),
    ends: new Date(starts.getTime() + 3_600_000).toISOString(),
  }
  const planned = await leader.post('/api/v1/trainings', body)
  assert.equal(planned.status, 201, JSON.stringify(planned.body))
  const screen = await enter(browser, base(), { login: 'zhanzhang', kind: 'desk' })
  await screen.goto(`${base()}/trainings/${planned.body.id}`)
  const shown = screen.getByLabel('签到码')
  await shown.waitFor()
  assert.ok(await screen.locator('svg[role="img"] path').count(), 'the code stands there to be scanned')
  await phones.cunzhang.goto(`${base()}/m/training/${planned.body.id}`)
  await phones.cunzhang.getByLabel('现场屏幕上的六位签到码').fill('000000')
  await phones.cunzhang.getByRole('button', { name: '签到' }).click()
  await phones.cunzhang.getByText('签到码不对').waitFor()
  await phones.cunzhang.getByLabel('现场屏幕上的六位签到码').fill((await shown.innerText()).replace(/\s/g, ''))
  await phones.cunzhang.getByRole('button', { name: '签到' }).click()
  await phones.cunzhang.locator('.in').waitFor()
  await screen.getByText(/1 \/ \d+ 人签到/).first().waitFor()
})

test('an exercise is played in a drill, observed on the phone and scored', async () => {
  const observer = (await signIn(base(), 'cunzhang')).me.person
  const { items } = await head.get('/api/v1/exercises/scripts')
  const script = items.find((each) => each.id === 'muster_20')
  const sheet = { title: '测试拉动演练', kind: script.kind, objectives: script.objectives, injects: script.injects, observers: [observer], planned_at: new Date().toISOString() }
  const planned = await head.post('/api/v1/exercises', { sheet })
  assert.equal(planned.status, 201, JSON.stringify(planned.body))
  const screen = await enter(browser, base(), { login: 'zhanzhang', kind: 'desk' })
  await screen.goto(`${base()}/exercises/${planned.body.id}`)
  await screen.getByRole('button', { name: '开始演练' }).click()
  await screen.getByRole('button', { name: '结束并评分' }).waitFor()
  await phones.cunzhang.goto(`${base()}/m/observe/${planned.body.id}`)
  await phones.cunzhang.locator('textarea').nth(2).fill('一人未带对讲机')
  await phones.cunzhang.getByRole('button', { name: '部分' }).nth(2).click()
  await screen.getByText('一人未带对讲机').waitFor()
  await screen.getByRole('button', { name: '结束并评分' }).click()
  await screen.locator('dialog textarea').fill('基本达到目的')
  await screen.locator('dialog').getByRole('button', { name: '结束并评分' }).click()
  await screen.getByText('基本达到目的').waitFor()
  const held = await head.get(`/api/v1/exercises/${planned.body.id}`)
  assert.equal(held.brief.score, 50)
  assert.equal(held.brief.judged, 1, 'what nobody measured or saw is not judged')
  const report = await head.bytes(`/api/v1/exercises/${planned.body.id}/report.docx`)
  assert.equal(report.subarray(0, 2).toString(), 'PK')
  const owner = { text: '补齐对讲机', owner: observer, due: new Date(Date.now() + 86_400_000).toISOString() }
  assert.equal((await head.post(`/api/v1/exercises/${planned.body.id}/improvements`, owner)).status, 200)
  const tasks = await until(
    async () => (await signIn(base(), 'cunzhang')).get('/api/v1/tasks?mine=1'),
    (mine) => mine.items.some((task) => task.title.includes('补齐对讲机')),
  )
  assert.ok(tasks.items.length > 0)
  for (const page of [desk, screen, ...Object.values(phones)]) assert.deepEqual(page.faults, [])
})
