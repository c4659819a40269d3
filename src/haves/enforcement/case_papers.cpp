#include "enforcement/case_papers.hpp"

#include <algorithm>

namespace anlan::enforcement {

namespace {

PaperKind paper_of_evidence(EvidenceKind kind) {
    switch (kind) {
        case EvidenceKind::witness:
        case EvidenceKind::statement:
            return PaperKind::inquiry;
        case EvidenceKind::expertise:
            return PaperKind::expertise;
        case EvidenceKind::physical:
            return PaperKind::sampling;
        default:
            return PaperKind::scene;
    }
}

std::vector<PaperKind> papers_of_evidence(const std::vector<EvidenceKind>& kinds) {
    std::vector<PaperKind> papers;
    for (const auto kind : kinds) {
        const auto paper = paper_of_evidence(kind);
        if (paper == PaperKind::inquiry && std::find(papers.begin(), papers.end(), paper) == papers.end())
            papers.push_back(PaperKind::inquiry_notice);
        if (std::find(papers.begin(), papers.end(), paper) == papers.end()) papers.push_back(paper);
    }
    return papers;
}

}  // namespace

std::vector<PaperKind> papers_for(const CaseFacts& facts, const StepWords& words, bool large) {
    const bool simple = facts.procedure == Procedure::simple;
    switch (words.step) {
        case CaseStep::filed:
            if (simple) return {};
            return {PaperKind::opening};
        case CaseStep::evidence_taken:
            return papers_of_evidence(words.evidence);
        case CaseStep::evidence_kept:
            return {PaperKind::evidence_kept};
        case CaseStep::evidence_decided:
            return {PaperKind::evidence_decided};
        case CaseStep::seized:
            return {PaperKind::seizure};
        case CaseStep::seizure_ended:
            return {PaperKind::seizure_ended};
        case CaseStep::investigated:
            return {PaperKind::investigation};
        case CaseStep::noticed:
            if (simple) return {};
            if (large) return {PaperKind::notice, PaperKind::hearing_told};
            return {PaperKind::notice};
        case CaseStep::stated:
            return {PaperKind::statement};
        case CaseStep::hearing_notified:
            return {PaperKind::hearing_notice};
        case CaseStep::heard:
            return {PaperKind::hearing_record, PaperKind::hearing_report};
        case CaseStep::reviewed:
            return {PaperKind::legal_review};
        case CaseStep::discussed:
            return {PaperKind::discussion};
        case CaseStep::decided:
            if (simple) return {PaperKind::spot_decision};
            return {PaperKind::decision};
        case CaseStep::served:
            return {PaperKind::service};
        case CaseStep::payment_reminded:
            return {PaperKind::payment_reminder, PaperKind::late_fee};
        case CaseStep::instalments:
            return {PaperKind::instalments};
        case CaseStep::urged:
            return {PaperKind::urging};
        case CaseStep::court_asked:
            return {PaperKind::court_request};
        case CaseStep::transferred:
            return {PaperKind::transfer};
        case CaseStep::closed:
            return {PaperKind::closing, PaperKind::cover, PaperKind::contents};
        default:
            return {};
    }
}

}  // namespace anlan::enforcement
