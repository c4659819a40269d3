#include "seal/tls_client.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include "base/ensure.hpp"

namespace anlan::seal {

namespace {

struct Free {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    void operator()(SSL* ssl) const { SSL_free(ssl); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(BIO* bio) const { BIO_free(bio); }
};

std::unique_ptr<X509, Free> read_certificate(std::string_view pem) {
    const std::unique_ptr<BIO, Free> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return std::unique_ptr<X509, Free>(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

}  // namespace

struct TlsClient::Inside {
    std::unique_ptr<SSL_CTX, Free> context;
    std::unique_ptr<SSL, Free> ssl;
    std::unique_ptr<X509, Free> pinned;
    BIO *in = nullptr, *out = nullptr;  // owned by ssl
    std::string fault;

    /// The only certificate in the store is the pinned one and it must be the very one shown.
    static int accept_pinned_only(X509_STORE_CTX* shown, void* self) {
        const auto* pinned = static_cast<Inside*>(self)->pinned.get();
        const auto* leaf = X509_STORE_CTX_get0_cert(shown);
        return pinned != nullptr && leaf != nullptr && X509_cmp(pinned, leaf) == 0 ? 1 : 0;
    }

    void shake_hands() {
        if (!fault.empty() || SSL_is_init_finished(ssl.get())) return;
        note(SSL_do_handshake(ssl.get()));
    }

    void note(int answer) {
        if (answer > 0) return;
        const auto why = SSL_get_error(ssl.get(), answer);
        if (why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE) return;
        const auto code = ERR_get_error();
        const char* words = code == 0 ? nullptr : ERR_reason_error_string(code);
        fault = why == SSL_ERROR_ZERO_RETURN ? "closed" : words == nullptr ? "TLS failed" : words;
        ERR_clear_error();
    }
};

TlsClient::TlsClient(std::string_view pinned_certificate_pem) : inside_(std::make_unique<Inside>()) {
    inside_->pinned = read_certificate(pinned_certificate_pem);
    ERR_clear_error();
    inside_->context.reset(SSL_CTX_new(TLS_client_method()));
    auto* context = inside_->context.get();
    ensure(context != nullptr, "TLS can be prepared");
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_cert_verify_callback(context, &Inside::accept_pinned_only, inside_.get());
    // A short greeting: on a line of 9,600 bit/s every hundred bytes are a twelfth of a second.
    SSL_CTX_set1_groups_list(context, "X25519:P-256");
    SSL_CTX_set1_sigalgs_list(context, "ECDSA+SHA256");
    SSL_CTX_set_ciphersuites(context, "TLS_AES_128_GCM_SHA256:TLS_CHACHA20_POLY1305_SHA256");
    SSL_CTX_set_cipher_list(context, "ECDHE-ECDSA-AES128-GCM-SHA256");
    inside_->ssl.reset(SSL_new(context));
    inside_->in = BIO_new(BIO_s_mem()), inside_->out = BIO_new(BIO_s_mem());
    SSL_set_bio(inside_->ssl.get(), inside_->in, inside_->out);
    SSL_set_connect_state(inside_->ssl.get());
    inside_->shake_hands();
}

TlsClient::~TlsClient() = default;

void TlsClient::feed(std::string_view cipher_text) {
    if (!cipher_text.empty()) BIO_write(inside_->in, cipher_text.data(), static_cast<int>(cipher_text.size()));
    inside_->shake_hands();
}

std::string TlsClient::take_cipher_text() {
    std::string out(BIO_ctrl_pending(inside_->out), '\0');
    if (!out.empty()) BIO_read(inside_->out, out.data(), static_cast<int>(out.size()));
    return out;
}

void TlsClient::write(std::string_view text) {
    if (!text.empty() && inside_->fault.empty())
        inside_->note(SSL_write(inside_->ssl.get(), text.data(), static_cast<int>(text.size())));
}

std::string TlsClient::read() {
    std::string out;
    char part[16'384];
    while (established() && inside_->fault.empty()) {
        const int got = SSL_read(inside_->ssl.get(), part, sizeof part);
        if (got <= 0) {
            inside_->note(got);
            break;
        }
        out.append(part, static_cast<std::size_t>(got));
    }
    return out;
}

bool TlsClient::established() const {
    return SSL_is_init_finished(inside_->ssl.get()) == 1;
}

const std::string& TlsClient::fault() const {
    return inside_->fault;
}

}  // namespace anlan::seal
