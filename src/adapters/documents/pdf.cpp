#include <algorithm>

#include "print/pdf_table.hpp"
#include "print/print_writer.hpp"

namespace anlan::print {

using documents::Frame;
using documents::Official;
using documents::Rank;

namespace {

constexpr double kTwo = 2 * kCharacter;
const Look kBodyLook{kFang, kBody, Align::both, kTwo, kCharacter};

void head(Pages& pages, const Official& document) {
    for (const auto* each : {&document.secrecy, &document.urgency})
        if (!each->empty()) pages.paragraph(*each, {kHei, kBody, Align::left});
    const bool red = document.frame == Frame::red_head || document.frame == Frame::minutes;
    const double size = head_size(document.issuer);
    pages.down(red ? std::max(0.0, kHead - pages.y()) : kLine / 2);
    pages.paragraph(document.issuer, {kSong, size, Align::centre, 0, 0, red, true}, 0, 0, size * 1.1);
    pages.down(2 * kLine);
    const auto right = document.signer.empty() ? document.made_at : "签发人：" + document.signer;
    const double at = pages.y();
    pages.paragraph(
        document.number, {kFang, kBody, right.empty() ? Align::centre : Align::left}, right.empty() ? 0 : kCharacter
    );
    if (!right.empty()) {
        pages.down(at - pages.y());
        pages.paragraph(right, {kFang, kBody, Align::right}, 0, kCharacter);
    }
    if (!document.made_at.empty() && !document.signer.empty())
        pages.paragraph(document.made_at, {kFang, kBody, Align::right}, 0, kCharacter);
    pages.down(kUnderNumber);
    pages.canvas().line(kLeft, kTop + pages.y(), kCoreWidth, 2, red);
}

/// As narrow as the same number of lines allows, so that no line of a title is left with a word or two.
void title(Pages& pages, const std::string& text) {
    const Look look{kSong, kTitle, Align::centre, 0, 0, false, true};
    double width = kCoreWidth;
    const auto lines = lines_of(pages.canvas().layout(text, look, width));
    while (lines > 1 && width > kCoreWidth / 2 &&
           lines_of(pages.canvas().layout(text, look, width - kTitle / 2)) == lines)
        width -= kTitle / 2;
    const double side = (kCoreWidth - width) / 2;
    pages.paragraph(text, look, side, side, kTitle * 1.5);
    pages.down(kLine);
}

const Face& face_of(Rank rank) {
    return rank == Rank::first ? kHei : rank == Rank::second ? kKai : kFang;
}

void text(Pages& pages, const Official& document) {
    if (document.frame != Frame::plain) pages.down(2 * kLine);
    title(pages, document.title);
    if (!document.addressee.empty())
        pages.paragraph(document.addressee + "：", {kFang, kBody, Align::left, 0, kCharacter});
    for (const auto& part : document.parts) {
        if (part.table) {
            draw_table(pages, *part.table);
            continue;
        }
        // A heading is not left alone at the foot of a page.
        if (part.rank == Rank::first || part.rank == Rank::second) pages.want(2 * kLine);
        pages.paragraph(part.text, {face_of(part.rank), kBody, Align::both, kTwo, kCharacter});
    }
}

void attachments(Pages& pages, const Official& document) {
    const auto lines = attachment_lines(document);
    if (lines.empty()) return;
    pages.down(kLine);
    const bool one = lines.size() == 1;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double hanging = i == 0 ? (one ? 3 : 4.5) : 1.5;
        const double left = (one ? 5 : 6.5) - hanging;
        pages.paragraph(lines[i], {kFang, kBody, Align::left, -hanging * kCharacter, kCharacter}, left * kCharacter);
    }
}

void signature(Pages& pages, const Official& document) {
    const auto place = sign_place(document);
    if (document.signature.empty() && document.date.empty()) return;
    pages.down(document.seal_place ? 2 * kLine : kLine);
    pages.want(2 * kLine);
    const Look look{kFang, kBody, Align::right, 0, kCharacter};
    if (!document.signature.empty()) pages.paragraph(document.signature, look, 0, place.signature_right * kCharacter);
    if (!document.date.empty()) pages.paragraph(document.date, look, 0, place.date_right * kCharacter);
    if (!document.note.empty()) pages.paragraph("（" + document.note + "）", kBodyLook);
}

/// 版记, at the foot of the last page.
void imprint(Pages& pages, const Official& document) {
    const Look look{kFang, kSmall, Align::left};
    const double inner = kCoreWidth - 2 * kCharacter;
    auto& canvas = pages.canvas();
    const auto copies = document.copy_to.empty() ? std::string() : "抄送：" + document.copy_to + "。";
    const Look hanging{kFang, kSmall, Align::left, -3 * kSmall};
    const int copy_lines = copies.empty() ? 0 : lines_of(canvas.layout(copies, hanging, inner));
    const int lines = copy_lines + (document.printed_by.empty() ? 0 : 1);
    if (lines == 0) return;
    const double line = kSmall * 1.6;
    pages.want(lines * line + kLine);
    pages.down(pages.room() - lines * line);
    canvas.line(kLeft, kTop + pages.y(), kCoreWidth, kThick);
    if (copy_lines > 0) pages.paragraph(copies, hanging, kCharacter, kCharacter, line);
    if (!document.printed_by.empty()) {
        if (copy_lines > 0) canvas.line(kLeft, kTop + pages.y(), kCoreWidth, kThin);
        pages.paragraph(document.printed_by, look, kCharacter, 0, line);
        pages.down(-line);
        const auto on = document.printed_on.empty() ? std::string() : document.printed_on + "印发";
        pages.paragraph(on, {kFang, kSmall, Align::right}, 0, kCharacter, line);
    }
    canvas.line(kLeft, kTop + pages.y(), kCoreWidth, kThick);
}

}  // namespace

Refusal fonts_missing() {
    return refuse(
        "fonts_missing",
        "",
        "本机没有中文字体，排不出 PDF；请管理员安装 fonts-noto-cjk，或下载 DOCX",
        "this machine has no Chinese fonts for a PDF; have fonts-noto-cjk installed, or take the DOCX"
    );
}

Result<std::string> PrintWriter::pdf(const Official& document) const {
    Pages pages;
    if (!draws_everything(pages.canvas().layout("应急管理", kBodyLook, kCoreWidth))) return fonts_missing();
    if (document.frame != Frame::plain) head(pages, document);
    text(pages, document);
    attachments(pages, document);
    signature(pages, document);
    imprint(pages, document);
    return pages.finish();
}

}  // namespace anlan::print
