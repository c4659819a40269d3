// An incident from the telephone to its final report: the desk fills the form while listening, sends the first report,
// the county has it within a second with a clock of its own, a number is corrected visibly, two officers write at once
// and both are kept, a village head tells from the phone.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { COUNTY, signIn, startCounty, until, YONGNING } from './county.mjs'
import { enter, launch } from './screen.mjs'

const CONNECTED_ms = 1_000
const SENT_ms = 1_000 // a report leaves "send" to all its forms within a second
const pictures = process.env.SHOTS
const SCREENS = { '1920x1080': [1920, 1080], '1366x768': [1366, 768], '390x844': [390, 844] }
let county, browser, desk, bureau, officer, above, id

async function picture(page, name) {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const size = page.viewportSize()
  for (const [screen, [width, height]] of Object.entries(SCREENS)) {
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(150)
    await page.screenshot({ path: `${pictures}/incidents_${name}_${screen}.png`, fullPage: width < 500 })
  }
  await page.setViewportSize(size)
}

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(), 'zhiban')
  above = await signIn(county.url(COUNTY), 'shiju')
  browser = await launch()
  desk = await enter(browser, county.url(), { login: 'zhiban', kind: 'desk' })
  bureau = await enter(browser, county.url(COUNTY), { login: 'shiju', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

test('an empty form is told what is missing', async () => {
  await desk.goto(`${county.url()}/incidents/new`)
  await desk.getByLabel('发生了什么').focus()
  await desk.keyboard.press('Control+Enter')
  await desk.getByText('请写发生了什么').waitFor()
})

test('the desk takes a call with the keyboard alone; kind and grade are proposed', async () => {
  await desk.goto(`${county.url()}/incidents/new`)
  await desk.getByLabel('发生了什么').waitFor()
  await desk.keyboard.type('梅林村一民房起火，烟很大，两人被困，一人找不到')
  await desk.keyboard.press('Tab')
  await desk.keyboard.type('梅林村测试路 12 号')
  await desk.getByLabel('死亡', { exact: true }).focus()
  await desk.keyboard.type('2')
  await desk.keyboard.press('Tab')
  await desk.keyboard.type('1')
  await desk.getByText('国务院令第493号').waitFor()
  assert.equal(await desk.getByLabel('类型').inputValue(), 'fire')
  await picture(desk, 'take')
  await desk.keyboard.press('Control+Enter')
  await desk.waitForURL(/\/incidents\/(?!new)/)
  id = desk.url().split('/').pop()
  await desk.getByText('先打电话快报').waitFor()
  assert.match(await desk.locator('[data-clock=phone]').innerText(), /电话快报/)
  await picture(desk, 'open')
  await desk.goto(`${county.url()}/desk`)
  await desk.getByRole('link', { name: '去报告' }).first().waitFor()
  await picture(desk, 'desk')
})

test('the first report is at the county within a second, with a clock of its own', async () => {
  await desk.goto(`${county.url()}/incidents/${id}`)
  await desk.getByLabel('接听人（职务）').fill('县值班员')
  await desk.getByRole('button', { name: '已电话报告' }).click()
  await desk.getByText('电话快报已登记').waitFor()
  await desk.getByLabel('已采取措施').fill('消防、镇应急队到场扑救，疏散周边群众 30 人。')
  const began = Date.now()
  await desk.getByRole('button', { name: '发出首报' }).click()
  const report = `/api/v1/incidents/${id}/reports/own/1`
  await until(() => officer.get(`/api/v1/incidents/${id}`), (detail) => detail.reports.length === 1, SENT_ms)
  const [docx, pdf, xlsx, fields] = await Promise.all([
    officer.bytes(`${report}/paper.docx`),
    officer.bytes(`${report}/paper.pdf`),
    officer.bytes(`${report}/forms.xlsx`),
    officer.get(`${report}/forms`),
  ])
  const all_forms_ms = Date.now() - began
  assert.ok(docx.subarray(0, 2).equals(Buffer.from('PK')) && xlsx.subarray(0, 2).equals(Buffer.from('PK')))
  assert.ok(pdf.subarray(0, 5).equals(Buffer.from('%PDF-')) && fields.message && fields.forms.length > 0)
  assert.ok(all_forms_ms < SENT_ms, `from the button to message, DOCX, PDF, XLSX and JSON in ${all_forms_ms} ms`)
  const arrived = await until(
    () => above.get(`/api/v1/incidents/${id}`),
    (detail) => detail.reports.some((each) => each.arrived_at),
    CONNECTED_ms + SENT_ms,
  )
  const [own] = await officer.get(`/api/v1/incidents/${id}`).then((detail) => detail.reports)
  const lag = Date.parse(arrived.reports[0].arrived_at) - Date.parse(own.at)
  assert.ok(lag < CONNECTED_ms, `the county had it after ${lag} ms`)
  const forms = await officer.get(`/api/v1/incidents/${id}/reports/own/1/forms`)
  assert.match(forms.message, /死亡 2 人，失联 1 人/)
  console.log(`# report at the county after ${lag} ms; pressed to all forms ${all_forms_ms} ms`)
  assert.equal(arrived.incident.source, 'below')
  assert.equal(arrived.incident.next.clock, 'phone')
  await desk.getByText('收到').first().waitFor()
  await bureau.goto(`${county.url(COUNTY)}/incidents/${id}`)
  await bureau.getByRole('button', { name: '签收' }).click()
  await bureau.getByText('已签收，对方已知道').waitFor()
  await picture(bureau, 'county')
  await desk.getByText(/已签收（/).first().waitFor()
})

test('a changed number makes a correction that shows old and new in every form', async () => {
  await desk.getByRole('spinbutton', { name: '失联' }).fill('0')
  await desk.getByRole('spinbutton', { name: '死亡' }).fill('3')
  await desk.getByRole('radio', { name: '更正报告' }).check()
  await desk.getByRole('button', { name: '发出更正报告' }).click()
  await desk.getByText('死亡由 2 人更正为 3 人').first().waitFor()
  await desk.getByRole('button', { name: '各种格式' }).first().click()
  await desk.getByText('短信文本').waitFor()
  await picture(desk, 'corrected')
  for (const kind of ['docx', 'pdf']) {
    const answer = await desk.request.get(`${county.url()}/api/v1/incidents/${id}/reports/own/2/paper.${kind}`)
    assert.equal(answer.status(), 200, kind)
    assert.ok((await answer.body()).length > 2_000, kind)
  }
})

test('two officers write at once: both are kept and one is chosen', async () => {
  const detail = await officer.get(`/api/v1/incidents/${id}`)
  await desk.getByLabel('经过和现场情况').fill('明火已扑灭，正在清理现场。')
  const account = { ...detail.account, course: '火势已控制，仍有余火。' }
  const other = await signIn(county.url(), 'zhanzhang')
  await other.post(`/api/v1/incidents/${id}/draft`, { base: detail.head, account })
  await desk.getByText('别人刚刚保存了新稿').waitFor()
  await desk.getByRole('button', { name: '保存', exact: true }).click()
  await desk.getByText('两人同时改了报告，两份都留着').waitFor()
  await picture(desk, 'split')
  assert.ok(await desk.getByRole('button', { name: /发出续报/ }).isDisabled())
  await desk.getByRole('button', { name: '用这一份' }).last().click()
  await desk.getByText('已选定').waitFor()
  await until(
    () => officer.get(`/api/v1/incidents/${id}`),
    (now) => !now.split && now.account.course.startsWith('明火已扑灭'),
    CONNECTED_ms,
  )
})

test('it ends, and the final report closes it', async () => {
  await desk.reload()
  await desk.getByRole('button', { name: '处置结束' }).click()
  await desk.getByRole('dialog').getByRole('textbox').fill('明火扑灭，善后由村委会负责。')
  await desk.getByRole('dialog').getByRole('button', { name: '处置结束' }).click()
  await desk.locator('[data-clock=final]').waitFor()
  await desk.getByRole('button', { name: '发出终报' }).click()
  await desk.getByText(/终报（第 3 号）/).first().waitFor()
  await picture(desk, 'final')
  await desk.goto(`${county.url()}/incidents`)
  await desk.getByRole('button', { name: /已办结/ }).click()
  await desk.getByRole('row', { name: /已终报/ }).waitFor()
})

test('a village head tells from the phone, the desk sees a likely duplicate and merges it', async () => {
  const phone = await enter(browser, county.url(), { login: 'cunzhang', kind: 'phone' })
  await phone.goto(`${county.url()}/m/incident`)
  await phone.getByLabel('发生了什么').fill('村口渔船翻船，两人落水')
  await phone.getByLabel('在哪里').fill('梅林码头')
  await picture(phone, 'phone')
  await phone.getByRole('button', { name: '报告值班室' }).click()
  await phone.getByText('值班室已收到').waitFor()
  await officer.post('/api/v1/incidents', { words: '渔船翻船', place: '梅林码头', source: 'telephone' })
  await desk.goto(`${county.url()}/incidents`)
  await desk.getByRole('row', { name: /村（社区）/ }).waitFor()
  await picture(desk, 'list')
  await desk.getByRole('row', { name: /村（社区）/ }).getByRole('link').click()
  await desk.getByText('可能是同一件事').waitFor()
  await desk.getByRole('button', { name: '并入这一件' }).click()
  await desk.getByRole('dialog').getByRole('textbox').fill('同一条渔船')
  await desk.getByRole('dialog').getByRole('button', { name: '并入这一件' }).click()
  await desk.getByText('已并入').first().waitFor()
  for (const page of [desk, bureau, phone]) assert.deepEqual(page.faults, [])
})
