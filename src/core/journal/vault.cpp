#include "journal/vault.hpp"

namespace anlan::journal::vault {

namespace {

struct Sealed {
    std::string key, salt, sealed;
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (key, salt, sealed))

std::string from_hex(std::string_view hex) {
    std::string bytes;
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes.push_back(static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1])));
    return bytes;
}

std::string key_of(store::Rows& rows, seal::Dice& dice, const std::string& ref) {
    if (auto kept = rows.value<std::string>("SELECT key FROM vault_key WHERE ref = :r", ref)) return *kept;
    auto key = seal::to_hex(dice.bytes(16));
    rows.run("INSERT INTO vault_key(ref, key) VALUES(:r, :k)", ref, key);
    return key;
}

}  // namespace

std::string keep(store::Rows& rows, seal::Dice& dice, const Secret& secret) {
    const auto key = key_of(rows, dice, secret.ref);
    const auto salt = seal::to_hex(dice.bytes(16));
    const auto sealed = seal::to_hex(seal::sm4(from_hex(key), from_hex(salt), secret.value));
    rows.run(
        "INSERT INTO vault(ref, field, retention, salt, sealed) VALUES(:r, :f, :c, :s, :v) "
        "ON CONFLICT(ref, field) DO UPDATE SET retention = excluded.retention, salt = excluded.salt, "
        "sealed = excluded.sealed",
        secret.ref,
        secret.field,
        static_cast<int>(secret.retention),
        salt,
        sealed
    );
    return seal::sm3(salt + secret.value);
}

std::optional<std::string> reveal(store::Rows& rows, const std::string& ref, const std::string& field) {
    const auto row = rows.first<Sealed>(
        "SELECT k.key, v.salt, v.sealed FROM vault v JOIN vault_key k ON k.ref = v.ref WHERE v.ref = :r AND v.field = "
        ":f",
        ref,
        field
    );
    if (!row) return std::nullopt;
    return seal::sm4(from_hex(row->key), from_hex(row->salt), from_hex(row->sealed));
}

std::string reveal_or(store::Rows& rows, const std::string& ref, const std::string& field, std::string otherwise) {
    auto value = reveal(rows, ref, field);
    return value ? std::move(*value) : std::move(otherwise);
}

std::int64_t count(store::Rows& rows, const std::string& ref) {
    return rows.value<std::int64_t>("SELECT COUNT(*) FROM vault WHERE ref = :r", ref).value_or(0);
}

void forget(store::Rows& rows, const std::string& ref) {
    rows.run("DELETE FROM vault_key WHERE ref = :r", ref);
    rows.run("DELETE FROM vault WHERE ref = :r", ref);
}

}  // namespace anlan::journal::vault
