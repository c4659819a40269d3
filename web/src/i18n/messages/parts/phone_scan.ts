/** Reading a code with the phone; part of messages/phone. */
export const zh = {
  scan: {
    open: '扫码',
    aim: '请把二维码对准画面中间',
    noCamera: '这里打不开摄像头，可以拍一张标签照片，或输入标签下面的编号',
    foreign: '这不是本站的标签，请换一个',
    otherKind: '这是本站别的标签，请扫对应的那一种',
    nothing: '照片里没有看清二维码，请靠近些再拍',
    photo: '拍标签照片',
    typed: '或输入编号',
    take: '确定',
  },
}

export const en = {
  scan: {
    open: 'Scan a code',
    aim: 'Hold the code in the middle of the picture',
    noCamera: 'The camera cannot be opened here. Photograph the label, or type the number below the code',
    foreign: 'This is not a label of the station; try another',
    otherKind: 'This label of the station stands for something else; scan the right one',
    nothing: 'No code was seen in the photo; go closer and try again',
    photo: 'Photograph the label',
    typed: 'Or type the number',
    take: 'Take it',
  },
}
