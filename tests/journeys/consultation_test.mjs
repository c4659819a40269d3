// A consultation from an incident to its minutes: the agenda is proposed, people are rung and answer, attendance and
// words are kept, a resolution becomes a task and is followed until done, the county sees the summary.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { COUNTY, signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

const pictures = process.env.SHOTS
let county, browser, desk, officer, head, above, incident, id

async function picture(page, name) {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const size = page.viewportSize()
  for (const [width, height] of [[1920, 1080], [1366, 768], [390, 844]]) {
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(150)
    await page.screenshot({ path: `${pictures}/${name}_${width}x${height}.png`, fullPage: width < 500 })
  }
  await page.setViewportSize(size)
}
const detail = () => officer.get(`/api/v1/consultations/${id}`)

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(), 'zhiban')
  head = await signIn(county.url(), 'zhanzhang')
  above = await signIn(county.url(COUNTY), 'shiju')
  browser = await launch()
  desk = await enter(browser, county.url(), { login: 'zhiban', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

test('a consultation called from an incident has its agenda before anybody types', async () => {
  const taken = await officer.post('/api/v1/incidents', {
    words: '梅林村一民房起火，烟很大，一人找不到',
    title: '梅林村民房火灾',
    place: '梅林村测试路 12 号',
    kind: 'fire',
    figures: { missing: 1 },
  })
  incident = taken.body.id
  await desk.goto(`${county.url()}/incidents/${incident}`)
  await desk.getByRole('button', { name: '会商', exact: true }).click()
  await desk.waitForURL(/\/consultations\/new/)
  await desk.locator('.item input:not([type=checkbox])').first().waitFor()
  assert.equal(await desk.getByLabel('会商主题').inputValue(), '梅林村民房火灾处置会商')
  assert.match(await desk.locator('.item input:not([type=checkbox])').first().inputValue(), /梅林村民房火灾：失联 1 人/)
  await desk.getByLabel('地点').fill('应急指挥室')
  await picture(desk, 'consultation_new')
  await desk.getByRole('button', { name: /发出通知（\d+ 人）/ }).click()
  await desk.waitForURL(/\/consultations\/(?!new)/)
  id = desk.url().split('/').pop()
})

test('whoever is called answers, and the page shows it', async () => {
  const ringing = await until(
    () => head.get('/api/v1/calls/mine'),
    (mine) => mine.items.some((call) => call.headline.includes('请参加会商')),
  )
  const call = ringing.items.find((each) => each.headline.includes('请参加会商'))
  assert.equal((await head.post(`/api/v1/calls/${call.id}/answer`, { note: '' })).status, 200)
  const seat = (await detail()).people.find((each) => each.call === call.id)
  await desk.locator(`[data-seat="${seat.name}"]`).getByText(/已应答/).waitFor()
  await desk.getByRole('group', { name: seat.name, exact: true }).getByRole('button', { name: '到会' }).click()
  await desk.locator(`[data-seat="${seat.name}"]`).getByText('✓ 到会').waitFor()
})

test('an absence wants its reason', async () => {
  const seat = (await detail()).people.find((each) => !each.presence)
  await desk.getByRole('group', { name: seat.name, exact: true }).getByRole('button', { name: '缺席' }).click()
  await desk.getByRole('button', { name: '保存' }).click()
  await desk.getByRole('alert').first().waitFor()
  await desk.locator('dialog[open] textarea').fill('在现场指挥')
  await desk.getByRole('button', { name: '保存' }).click()
  await desk.getByText('缺席：在现场指挥').waitFor()
})

test('what is said and resolved is kept; a resolution is a task of its owner at once', async () => {
  await desk.getByLabel('单位和职务').fill('消防救援站')
  await desk.getByLabel('发言要点').fill('<b>火势</b>已控制 & 正在搜救')
  await desk.getByRole('button', { name: '记下' }).click()
  await desk.getByText('<b>火势</b>已控制 & 正在搜救').waitFor()
  const form = desk.getByRole('form', { name: '增加议决事项' })
  await form.getByRole('button', { name: '增加议决事项' }).click()
  await form.getByText('请写要做什么').waitFor()
  await form.getByLabel('做什么').fill('核实失联人员去向并报告')
  const post = form.locator('select').nth(1)
  await post.selectOption(await post.locator('option', { hasText: '应急站站长' }).getAttribute('value'))
  await form.getByRole('button', { name: '增加议决事项' }).click()
  await desk.locator('[data-resolution]', { hasText: '核实失联人员去向并报告' }).getByText('办理中').waitFor()
  await picture(desk, 'consultation_open')
  const tasks = await head.get('/api/v1/tasks?mine=1')
  assert.ok(tasks.items.some((task) => task.title === '核实失联人员去向并报告'))
})

test('concluded, it has minutes, and the county sees a summary', async () => {
  await desk.getByRole('button', { name: '结束会商' }).click()
  await desk.locator('dialog[open] textarea').fill('全力搜救；一小时一报。')
  await desk.locator('dialog[open]').getByRole('button', { name: '结束会商' }).click()
  await desk.getByText('全力搜救；一小时一报。').waitFor()
  for (const kind of ['docx', 'pdf']) assert.ok((await officer.bytes(`/api/v1/consultations/${id}/minutes.${kind}`)).length > 2_000, kind)
  const below = await until(
    () => above.get('/api/v1/consultations/below'),
    (page) => page.items.some((each) => each.id === id),
  )
  assert.equal(below.items.find((each) => each.id === id).summary.resolutions[0].owner_title, '应急站站长')
})

test('the resolution is followed until its task is confirmed', async () => {
  await desk.goto(`${county.url()}/consultations`)
  await desk.getByRole('button', { name: /议决督办/ }).click()
  const row = desk.locator('[data-resolution]', { hasText: '核实失联人员去向并报告' })
  await row.getByRole('button', { name: '催办' }).click()
  await row.getByText('催过 1 次').waitFor()
  await picture(desk, 'consultation_chased')
  const task = (await head.get('/api/v1/tasks?mine=1')).items.find((each) => each.title === '核实失联人员去向并报告')
  assert.equal((await head.post(`/api/v1/tasks/${task.id}/confirm`, { note: '已找到，平安' })).status, 200)
  await row.waitFor({ state: 'detached' })
  await desk.goto(`${county.url()}/consultations/${id}`)
  await desk.locator('[data-resolution]').getByText('已落实').waitFor()
  await desk.getByText('已找到，平安').waitFor()
  const log = await officer.get('/api/v1/duty-log?limit=100')
  assert.ok(log.items.some((line) => /议决事项已落实：核实失联人员/.test(line.text_zh)))
  assert.deepEqual(desk.faults, [])
})
