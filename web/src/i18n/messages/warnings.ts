import { words } from '../words'

export default words(
  {
    title: '预警', note: '收到的、转来的和本级发布的预警；点标题看全文、范围与经过。', none: '目前没有预警', noneHint: '收到后自动出现在这里，并按预案提出响应建议。',
    count: '{n} 条', answered: '已启动 {n} 个响应', answeredIn: '{n} 个响应', unanswered: '未启动响应',
    unansweredHint: '预案没有对应的级别，或正等值班长确认。', notOurs: '不覆盖本站，仅供知悉。', covers: '覆盖本站', coversNot: '不覆盖本站',
    source: { http: '接口接收', folder: '文件夹接收', feed: '订阅', relay: '上级转来', issued: '本级发布' }, via: '经 {area} 转来',
    filter: { state: '状态', active: '生效中', all: '全部', hazard: '灾种', any: '不限', ours: '只看覆盖本站的' },
    column: { warning: '预警', sent: '发布时间', covers: '范围', response: '响应与用时', source: '标准与来源', state: '状态' },
    text: '内容', instruction: '防御指南', ground: '范围', ourPlace: '本站', unnamedArea: '未写明区域', polygons: '多边形 {n} 个', circle: '半径 {km} 公里的圆',
    fact: { received: '收到时间', effective: '生效', onset: '预计开始', expires: '失效', standard: '标准', came: '来源', sender: '发布单位编码', identifier: '编号' },
    called: '启动的响应', responseName: '{hazard} {level}级响应', fromTo: '发布到启动用时', chain: '发布经过',
    mapOf: '生效预警的范围', original: '原始文件', copied: '已复制', copyFailed: '浏览器不允许复制，请用下载',
    enter: {
      open: '录入预警', title: '录入预警', hint: '粘贴预警文件（CAP）全文，或把文件拖到这里。收下后立即核对范围并提出响应建议。', file: '选择文件',
      text: '预警文件全文', placeholder: '<?xml version="1.0" encoding="UTF-8"?>', send: '收下预警', kept: '内容自动留存，出错不会丢', taken: '已收下',
      open_it: '打开这条预警',
    },
    issue: {
      open: '发布预警', title: '发布预警', hazard: '灾种', action: '类型', colour: '级别', reference: '针对哪条预警', headline: '标题', description: '正文',
      instruction: '防御指南', areas: '发布范围（可多选）', effective: '生效时间', expires: '失效时间', send: '发布', again: '确认无误，发布', issued: '预警已发布',
    },
  },
  {
    title: 'Warnings', note: 'Warnings received, relayed and issued here; press a title for its text, ground and history.', none: 'No warnings',
    noneHint: 'They appear here by themselves, with the response the plan proposes.', count: '{n}', answered: '{n} response(s) started',
    answeredIn: '{n} response(s)', unanswered: 'No response', unansweredHint: 'The plan names no level for it, or it waits to be confirmed.',
    notOurs: 'Does not cover us; for information.', covers: 'Covers us', coversNot: 'Not ours',
    source: { http: 'received', folder: 'from a folder', feed: 'from a feed', relay: 'relayed', issued: 'issued here' }, via: 'through {area}',
    filter: { state: 'State', active: 'In force', all: 'All', hazard: 'Hazard', any: 'Any', ours: 'Only those that cover us' },
    column: { warning: 'Warning', sent: 'Sent', covers: 'Ground', response: 'Response and time', source: 'Standard and source', state: 'State' },
    text: 'What it says', instruction: 'What to do', ground: 'Ground', ourPlace: 'This station', unnamedArea: 'Area without a name',
    polygons: '{n} polygon(s)', circle: 'circle of {km} km',
    fact: { received: 'Received', effective: 'Effective', onset: 'Onset', expires: 'Expires', standard: 'Standard', came: 'Came by', sender: 'Sender', identifier: 'Identifier' },
    called: 'Responses it called for', responseName: '{hazard} level {level}', fromTo: 'warning to response', chain: 'History',
    mapOf: 'Ground of the warnings in force', original: 'Original document', copied: 'Copied', copyFailed: 'The browser does not allow copying; download it instead',
    enter: {
      open: 'Enter a warning', title: 'Enter a warning', hint: 'Paste the whole CAP document or drop the file here. Its ground is checked at once and a response proposed.',
      file: 'Choose a file', text: 'The whole document', placeholder: '<?xml version="1.0" encoding="UTF-8"?>', send: 'Take it in',
      kept: 'What you paste is kept if something fails', taken: 'Taken in', open_it: 'Open this warning',
    },
    issue: {
      open: 'Issue a warning', title: 'Issue a warning', hazard: 'Hazard', action: 'Kind', colour: 'Colour', reference: 'About which warning', headline: 'Headline',
      description: 'Text', instruction: 'What to do', areas: 'Areas (several may be chosen)', effective: 'Effective', expires: 'Expires', send: 'Issue',
      again: 'All is right: issue', issued: 'The warning is out',
    },
  },
)
