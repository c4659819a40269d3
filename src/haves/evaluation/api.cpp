#include "evaluation/api.hpp"

#include "documents/download.hpp"
#include "evaluation/answers.hpp"
#include "evaluation/commands.hpp"
#include "evaluation/model_commands.hpp"
#include "evaluation/paper.hpp"

namespace anlan::evaluation {

using http::Call;
using http::Method;
using http::Page;

namespace {

constexpr const char* kDesk = "desk.view";
constexpr const char* kReview = "acceptance.review";
constexpr const char* kIssue = "order.issue";

std::int64_t year_asked(const Call& call) {
    const auto year = call.query("year");
    const bool good = year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos;
    return good ? std::stoll(year) : year_of(call.now);
}

Result<EvaluationAnswer> one(const Call& call, store::Rows& rows) {
    return evaluation_seen(rows, call.node, call.caller.person, year_asked(call));
}

Result<documents::Official> paper(const Call& call, store::Rows& rows) {
    return paper_of(evaluation_seen(rows, call.node, call.caller.person, year_asked(call)), call.node.name, call.now);
}

Result<Page<ModelAnswer>> models(const Call& call, store::Rows& rows) {
    return Page<ModelAnswer>{models_seen(rows, call.node), {}};
}

Result<Page<ModelCandidate>> places(const Call& call, store::Rows& rows) {
    return Page<ModelCandidate>{model_candidates(rows, call.node), {}};
}

void add_models(http::Endpoints& table) {
    const std::string all = "/api/v1/models", one = all + "/{model}";
    table.list<ModelAnswer>(all, kDesk, "标杆镇村与经验做法", "Model towns and villages, and their lessons", &models);
    table.list<ModelCandidate>(all + "/places", kReview, "可树标杆的镇村", "Towns and villages to choose from", &places);
    table.command<NameModel>(Method::post, all, kReview, "树标杆", "Name a model").creates = true;
    table.command<TellLesson>(Method::post, one + "/lessons", kReview, "写经验做法", "Write down a lesson");
    table.command<EndModel>(Method::post, one + "/end", kReview, "撤销标杆", "End a model");
}

}  // namespace

void add_endpoints(http::Endpoints& table, const documents::Writer* writer) {
    const std::string all = "/api/v1/evaluations", one_of = all + "/nominations/{nomination}";
    table.get<EvaluationAnswer>(all, kDesk, "一年的综合评估", "The evaluation of a year", &one).asks({"year"});
    documents::add_official(
        table, writer, all + "/report", kDesk, "综合评估结果", "The result of an evaluation", &paper, {"year"}
    );
    table.command<NominateStation>(Method::post, all + "/nominations", kReview, "推荐参评", "Nominate a station")
        .creates = true;
    table.command<WithdrawNomination>(Method::post, one_of + "/withdraw", kReview, "撤回推荐", "Withdraw a nomination");
    table.command<ProposeChange>(Method::post, one_of + "/changes", kReview, "提出改分", "Propose a change").creates =
        true;
    table.command<ConfirmChange>(
        Method::post, all + "/changes/{change}/confirm", kReview, "另一人确认改分", "Confirm another's change"
    );
    table.command<RejectChange>(
        Method::post, all + "/changes/{change}/reject", kReview, "不采纳改分", "Reject a change"
    );
    table.command<ConcludeEvaluation>(Method::post, all + "/conclude", kReview, "公布评估结果", "Give the result");
    table.command<WriteLetter>(
        Method::post, all + "/letters", kIssue, "发表扬、提醒、警示函", "Send a commendation, reminder or warning"
    ).creates = true;
    add_models(table);
}

}  // namespace anlan::evaluation
