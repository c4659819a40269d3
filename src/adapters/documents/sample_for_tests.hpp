#pragma once

#include "documents/official.hpp"

namespace anlan::print {

/// A document with every element, and text that must not be taken for anything but text.
inline documents::Official sample() {
    using documents::Rank;
    documents::Official paper;
    paper.issuer = "石狮市防汛抗旱指挥部文件";
    paper.number = "石汛〔2026〕7号";
    paper.signer = "测试甲";
    paper.urgency = "特急";
    paper.title = "关于做好第5号台风“测试”防御工作和人员转移安置的紧急通知";
    paper.addressee = "各镇人民政府、街道办事处，市直有关单位";
    paper.say("据气象部门预报，今年第5号台风预计于7月28日上午在我市沿海登陆。为做好防御工作，现将有关事项通知如下。")
        .say("一、提高认识", Rank::first)
        .say("各镇、街道要把确保人民群众生命安全放在首位，落实24小时值班和领导带班制度，做到不漏一户、不漏一人。")
        .say("（一）压实责任", Rank::second)
        .say("1.包村干部进村到户，逐一叫应。", Rank::third)
        .say("（1）独居老人由专人接送。", Rank::fourth)
        .say("二、如实报送", Rank::first)
        .say("按下表时限报送，<b>不得</b>迟报 & 漏报；=1+1 与 </w:t> 只是文字。")
        .show(
            {"报送时限表",
             {{"事项", 2}, {"时限", 1, documents::Side::centre}, {"数量", 1, documents::Side::right}},
             {{"人员转移进度", "每2小时", "1,204"}, {"渔船回港 <全部>", "18时前", "36"}, {"险情灾情", "即报"}}}
        )
        .say("三、严守纪律", Rank::first)
        .say("对擅离职守、贻误战机的，依规依纪严肃追究责任。");
    paper.attachments = {"转移安置点一览表", "应急值班电话表"};
    paper.signature = "石狮市防汛抗旱指挥部";
    paper.date = "2026年7月27日";
    paper.note = "此件公开发布";
    paper.copy_to = "泉州市防汛抗旱指挥部，市委办公室、市政府办公室";
    paper.printed_by = "石狮市防汛抗旱指挥部办公室";
    paper.printed_on = "2026年7月27日";
    return paper;
}

}  // namespace anlan::print
