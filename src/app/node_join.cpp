#include "app/node_join.hpp"

#include <fmt/format.h>

#include <fstream>
#include <optional>
#include <thread>

#include "app/node_key.hpp"
#include "app/parentage.hpp"
#include "http/endpoint.hpp"
#include "http/fetch.hpp"
#include "links/join_words.hpp"
#include "nats/nkey.hpp"

namespace anlan::app {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kAskAgain{2};

/// What an unfinished joining keeps between two runs, in join.json: the code is a secret until it is used up.
struct Begun {
    std::string parent, code, name, nkey_seed;
    std::string parent_pem;  ///< first seen; must not change on the way
};
BOOST_DESCRIBE_STRUCT(Begun, (), (parent, code, name, nkey_seed, parent_pem))

void say(const std::string& zh, const std::string& en) {
    fmt::print("{}\n{}\n", zh, en);
    std::fflush(stdout);
}

int no(int code, const Refusal& refusal) {
    fmt::print(stderr, "{}\n{}\n", refusal.zh, refusal.en);
    return code;
}

std::string host_of(const std::string& url) {
    const auto from = url.find("://") == std::string::npos ? 0 : url.find("://") + 3;
    const auto rest = url.substr(from, url.find('/', from) - from);
    if (rest.starts_with("[")) return rest.substr(1, rest.find(']') - 1);
    return rest.substr(0, rest.rfind(':'));
}

template <class T>
Result<T> post(const std::string& url, const json::value& body) {
    http::Question question{.method = http::Method::post, .url = url, .body = json::serialize(body)};
    question.any_certificate = true;  // whoever stands between does not know the code; the digits tell once more
    BOOST_OUTCOME_TRY(const auto answer, http::ask(question));
    if (answer.status == 200 || answer.status == 201) {
        BOOST_OUTCOME_TRY(const auto parsed, parse_json(answer.body));
        return from_json<T>(parsed, Unknown::ignored);
    }
    if (const auto parsed = parse_json(answer.body)) {
        const auto problem = from_json<http::Problem>(parsed.value(), Unknown::ignored);
        if (problem && !problem.value().code.empty())
            return refuse(
                problem.value().code, problem.value().field, problem.value().message_zh, problem.value().message_en
            );
    }
    return refuse(
        "parent_strange",
        "",
        fmt::format("上级的回答看不懂（{}），请核对网址", answer.status),
        fmt::format("the answer was not understood ({}); check the address", answer.status)
    );
}

/// One joining from the station's side.
class Joining {
  public:
    explicit Joining(const JoinOrder& order) : order_(order) {}

    int run() {
        if (auto begun = begin(); !begun) return no(2, begun.error());
        say(fmt::format("正在向 {} 申请，以“{}”（{}）的名义接入……", begun_.parent, begun_.name, area_.text),
            fmt::format("Asking {} to join as {} ({}) …", begun_.parent, begun_.name, area_.text));
        if (const auto asked = ask(); !asked) return no(1, asked.error());
        return wait();
    }

  private:
    Result<void> begin() {
        BOOST_OUTCOME_TRY(area_, parse_area(order_.area));
        folder_ = order_.data / area_.text;
        fs::create_directories(folder_);
        const auto file = folder_ / "join.json";
        if (fs::exists(file)) {
            BOOST_OUTCOME_TRY(begun_, from_json_text<Begun>(read_text(file)));
        }
        const auto newer = [](std::string& kept, const std::string& given) {
            if (!given.empty()) kept = given;
        };
        if (!order_.code.empty() && links::code_as_typed(order_.code) != links::code_as_typed(begun_.code))
            begun_.parent_pem.clear();  // a new asking
        newer(begun_.parent, order_.parent);
        newer(begun_.code, order_.code);
        newer(begun_.name, order_.name);
        while (begun_.parent.ends_with('/')) begun_.parent.pop_back();
        if (begun_.parent.empty() || begun_.code.empty() || begun_.name.empty())
            return refuse(
                "order_incomplete",
                "",
                "首次接入请写明 --parent 上级网址、--code 接入码、--name 单位名称",
                "the first time --parent URL, --code CODE and --name NAME are wanted"
            );
        key_ = key_of(folder_);
        seal::SystemDice dice;
        if (begun_.nkey_seed.empty()) begun_.nkey_seed = nats::make_nkey(dice).seed;
        keep();
        return done();
    }

    void keep() const { write_secret(folder_ / "join.json", to_json_text(begun_) + "\n"); }

    Result<void> ask() const {
        const auto code = links::key_of_code(begun_.code);
        links::JoinAsk said{code.id, area_, begun_.name, key_.public_pem, nats::nkey_public(begun_.nkey_seed), {}, {}};
        said.mark = code.mark(said.text());
        said.proof = seal::sign(key_.private_pem, said.text());
        BOOST_OUTCOME_TRYV(post<http::Written>(begun_.parent + "/api/v1/links/join", to_json(said)));
        return done();
    }

    Result<links::JoinAnswer> poll() const {
        const auto code = links::key_of_code(begun_.code);
        links::JoinPoll said{area_, code.id, {}, {}};
        said.mark = code.mark(said.text());
        said.proof = seal::sign(key_.private_pem, said.text());
        auto body = to_json(said).as_object();
        body.erase("area");  // stands in the path
        BOOST_OUTCOME_TRY(
            auto answer, post<links::JoinAnswer>(begun_.parent + "/api/v1/links/join/" + area_.text, std::move(body))
        );
        const bool same = begun_.parent_pem.empty() || begun_.parent_pem == answer.public_pem;
        const auto digits = links::fingerprint_of(area_, key_.public_pem, answer.public_pem);
        if (!same || digits != answer.fingerprint || !answer.area.contains(area_) ||
            !code.made(answer.text(area_), answer.mark) ||
            !seal::verify(answer.public_pem, answer.text(area_), answer.signature))
            return refuse(
                "parent_not_genuine",
                "",
                "上级的回答签名不符，中间可能有人改动；请停下并电话联系上级",
                "the answer's signature does not hold; somebody may stand between. Stop and telephone the level above"
            );
        return answer;
    }

    void tell_fingerprint(const links::JoinAnswer& answer) {
        begun_.parent_pem = answer.public_pem;
        keep();
        say(fmt::format("{}（{}）已收到申请。请打电话给上级，念出核对码：", answer.name, answer.area.text),
            fmt::format("{} has the request. Telephone them and read out these digits:", answer.name));
        fmt::print("\n    {}\n\n", answer.fingerprint);
        say("对方页面上的数字必须完全一致，再请对方按“同意接入”。正在等待……",
            "They must see exactly these before they approve. Waiting …");
    }

    int wait() {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{order_.wait_seconds};
        for (bool told = false;;) {
            const auto answer = poll();
            const bool broken =
                !answer && !answer.error().code.starts_with("fetch_") && answer.error().code != "too_many_tries";
            if (broken) return no(1, answer.error());
            if (answer && !told) tell_fingerprint(answer.value());
            told = told || answer.has_value();
            if (answer && answer.value().state == "approved") return joined(answer.value());
            if (answer && answer.value().state != "pending") return refused(answer.value());
            if (std::chrono::steady_clock::now() >= end) return not_yet();
            std::this_thread::sleep_for(kAskAgain);
        }
    }

    int not_yet() const {
        say("上级还没有答复。再次运行同一命令即可继续等待，不会重复申请。",
            "No decision yet. Run the same command again to go on waiting; nothing is asked twice.");
        return 1;
    }

    int refused(const links::JoinAnswer& answer) const {
        fs::remove(folder_ / "join.json");
        return no(
            1,
            refuse(
                "join_refused",
                "",
                fmt::format("{}没有同意接入：{}。如属误会，请上级另发接入码后再试", answer.name, answer.reason),
                fmt::format("{} did not approve: {}. Ask for a new code to try again", answer.name, answer.reason)
            )
        );
    }

    int joined(const links::JoinAnswer& answer) {
        const auto door = answer.door.value_or(links::Door{});
        write_parentage(
            folder_,
            {answer.area,
             answer.name,
             answer.public_pem,
             door.host.empty() ? host_of(begun_.parent) : door.host,
             door.port,
             door.certificate,
             begun_.nkey_seed}
        );
        if (answer.door) fs::remove(folder_ / "join.json");  // else the same command fetches the door later
        const auto config = order_.config.empty() ? order_.data / "anlan.toml" : order_.config;
        if (!fs::exists(config)) write_config(config);
        say(fmt::format("已接入{}。现在启动：anlan serve --config {}", answer.name, config.string()),
            fmt::format("Joined {}. Start now: anlan serve --config {}", answer.name, config.string()));
        if (!answer.door)
            say("注意：上级还没有开通传输端口；开通后请再运行一次同一命令。",
                "Note: the level above has not opened a port for its stations yet; run the same command again then.");
        return 0;
    }

    void write_config(const fs::path& file) const {
        const auto quoted = [](const std::string& text) { return json::serialize(json::value(text)); };
        if (file.has_parent_path()) fs::create_directories(file.parent_path());
        std::ofstream(file) << fmt::format(
            "# 由 anlan node join 写成，可修改 / written by anlan node join; may be edited\n"
            "data = {}\nshared = {}\nweb = {}\n\n[[node]]\narea = {}\nname = {}\naddress = \"0.0.0.0\"\nport = {}\n",
            quoted(fs::absolute(order_.data).string()),
            quoted((order_.project / "data").string()),
            quoted((order_.project / (fs::exists(order_.project / "web/dist") ? "web/dist" : "web")).string()),
            quoted(area_.text),
            quoted(begun_.name),
            order_.port
        );
        if (order_.leaf_port != 0)
            std::ofstream(file, std::ios::app) << fmt::format(
                "\n# 下级由此接入 / stations below connect here\n[node.nats]\nleaf_port = {}\n", order_.leaf_port
            );
    }

    const JoinOrder& order_;
    AreaCode area_;
    fs::path folder_;
    Begun begun_;
    seal::KeyPair key_;
};

}  // namespace

int join_node(const JoinOrder& order) {
    return Joining(order).run();
}

}  // namespace anlan::app
