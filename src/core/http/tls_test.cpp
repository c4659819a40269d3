#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "http/beast.hpp"
#include "http/echo_server.hpp"
#include "http/test_client.hpp"

namespace anlan::http {
namespace {

/// A certificate for "localhost" that signs itself, valid for an hour.
void write_certificate(const std::filesystem::path& folder) {
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3'600);
    auto* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0
    );
    X509_set_issuer_name(certificate.get(), name);
    X509_set_pubkey(certificate.get(), key.get());
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    const auto write = [&](const char* file, auto put) {
        auto* out = std::fopen((folder / file).c_str(), "w");
        put(out);
        std::fclose(out);
    };
    write("tls.crt", [&](FILE* out) { PEM_write_X509(out, certificate.get()); });
    write("tls.key", [&](FILE* out) { PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

struct a_server_with_a_certificate : a_server {
    a_server_with_a_certificate() {
        const auto keys = folder.string() + "_keys";
        std::filesystem::create_directories(keys);
        write_certificate(keys);
        settings.certificate_file = keys + "/tls.crt";
        settings.key_file = keys + "/tls.key";
        open();
        client_side.load_verify_file(settings.certificate_file);
        client_side.set_verify_mode(asio::ssl::verify_peer);
    }
    ~a_server_with_a_certificate() override { std::filesystem::remove_all(folder.string() + "_keys"); }

    template <class Stream>
    void connect(Stream& stream) {
        beast::get_lowest_layer(stream).connect({asio::ip::make_address("127.0.0.1"), server->port()});
    }

    asio::io_context io;
    asio::ssl::context client_side{asio::ssl::context::tls_client};
};

TEST_F(a_server_with_a_certificate, speaks_nothing_older_than_tls_1_2) {
    asio::ssl::context old(asio::ssl::context::tls_client);
    SSL_CTX_set_security_level(old.native_handle(), 0);
    SSL_CTX_set_min_proto_version(old.native_handle(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(old.native_handle(), TLS1_1_VERSION);
    beast::ssl_stream<Tcp::socket> stream(io, old);
    connect(stream);
    EXPECT_ANY_THROW(stream.handshake(asio::ssl::stream_base::client));
}

TEST_F(a_server_with_a_certificate, drops_who_speaks_plainly_or_not_at_all) {
    TestClient plain(server->port()), silent(server->port());
    plain.send(get("/api/plain"));
    EXPECT_EQ(plain.read_all().find("/api/plain"), std::string::npos);
    EXPECT_EQ(silent.read_all(), "");
    EXPECT_TRUE(empties());
}

TEST_F(a_server_with_a_certificate, answers_over_it) {
    for (const int version : {TLS1_3_VERSION, TLS1_2_VERSION}) {
        SSL_CTX_set_min_proto_version(client_side.native_handle(), version);
        SSL_CTX_set_max_proto_version(client_side.native_handle(), version);
        beast::ssl_stream<Tcp::socket> stream(io, client_side);
        connect(stream);
        stream.handshake(asio::ssl::stream_base::client);
        EXPECT_EQ(SSL_version(stream.native_handle()), version);
        const auto request = get("/api/secret") + get("/assets/x.js", "Range: bytes=1-2\r\n");
        asio::write(stream, asio::buffer(request));
        beast::flat_buffer buffer;
        bhttp::response<bhttp::string_body> first, second;
        bhttp::read(stream, buffer, first);
        bhttp::read(stream, buffer, second);
        EXPECT_EQ(first.body(), "/api/secret|||");
        EXPECT_EQ(second.body(), "12");
    }
}

TEST_F(a_server_with_a_certificate, tells_listeners_over_it) {
    websocket::stream<beast::ssl_stream<Tcp::socket>> listener(io, client_side);
    connect(listener);
    listener.next_layer().handshake(asio::ssl::stream_base::client);
    listener.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
        request.set(bhttp::field::authorization, "Bearer good");
    }));
    listener.handshake("localhost", "/api/v1/live");
    service.wait([&] { return !service.channels.empty(); });
    service.channels.front()->send(std::make_shared<const std::string>("安澜"));
    beast::flat_buffer buffer;
    listener.read(buffer);
    EXPECT_EQ(beast::buffers_to_string(buffer.data()), "安澜");
}

}  // namespace
}  // namespace anlan::http
