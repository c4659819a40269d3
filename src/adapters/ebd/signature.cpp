#include "ebd/signature.hpp"

#include <fmt/format.h>

#include "ebd/markup.hpp"

namespace anlan::ebd {

std::string write_signature(const Signer& signer, const std::string& ebd_id, std::string_view body, Instant at) {
    Markup out;
    out.open("Signature");
    out.leaf("Version", "1.0");
    out.open("RelatedEBD");
    out.leaf("EBDID", ebd_id);
    out.close();
    out.open("SignatureCert");
    out.leaf("CertType", "01");
    out.leaf("IssuerID", signer.issuer);
    out.leaf("CertSN", signer.serial);
    out.close();
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
    out.leaf("SignatureTime", fmt::format("{:08X}", seconds));
    out.leaf("DigestAlgorithm", "SM3");
    out.leaf("SignatureAlgorithm", "SM2");
    out.leaf("SignatureValue", seal::sign(signer.key.private_pem, body));
    out.close();
    return out.take();
}

bool signature_holds(
    std::string_view xml, const std::string& ebd_id, std::string_view body, std::string_view public_pem
) {
    pugi::xml_document document;
    if (!document.load_buffer(xml.data(), xml.size())) return false;
    const auto root = document.document_element();
    if (text_of(root.child("RelatedEBD"), "EBDID") != ebd_id) return false;
    if (text_of(root, "DigestAlgorithm") != "SM3" || text_of(root, "SignatureAlgorithm") != "SM2") return false;
    return seal::verify(public_pem, body, text_of(root, "SignatureValue"));
}

}  // namespace anlan::ebd
