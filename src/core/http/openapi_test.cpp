#include "http/openapi.hpp"

#include <gtest/gtest.h>

namespace anlan::http {

namespace one {
BOOST_DEFINE_ENUM_CLASS(Mood, calm, stormy)
struct Rung {
    std::string person;
    std::optional<Mood> mood;
};
BOOST_DESCRIBE_STRUCT(Rung, (), (person, mood))
struct Row {
    std::string id;
    std::vector<Rung> ladder;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, ladder))
struct Press {
    std::string row, reason;
};
BOOST_DESCRIBE_STRUCT(Press, (), (row, reason))
Result<journal::Decision> decide(const Press&, const journal::Desk&) {
    return journal::Decision{};
}
}  // namespace one

namespace two {
struct Rung {
    double height = 0;
};
BOOST_DESCRIBE_STRUCT(Rung, (), (height))
}  // namespace two

namespace {

class ADescription : public testing::Test {
  protected:
    ADescription() {
        table
            .list<one::Row>(
                "/api/v1/rows",
                "desk.view",
                "行",
                "rows",
                [](const Call&, store::Rows&) -> Result<Page<one::Row>> { return Page<one::Row>{}; }
            )
            .asks({"q", asked_choice<one::Mood>("mood", {"any"}), asked_limit()});
        table.command<one::Press>(Method::post, "/api/v1/rows/{row}/press", "desk.view", "按", "press");
    }

    json::value at(std::string_view pointer) const {
        boost::system::error_code missing;
        const auto* found = whole().find_pointer(pointer, missing);
        return found == nullptr ? json::value("missing " + std::string(pointer)) : *found;
    }
    const json::value& whole() const {
        if (made_.is_null()) made_ = openapi_of(table, "1");
        return made_;
    }

    Endpoints table;

  private:
    mutable json::value made_;
};

TEST_F(ADescription, refers_to_a_struct_by_its_name) {
    EXPECT_EQ(
        at("/paths/~1api~1v1~1rows/get/responses/200/content/application~1json/schema/properties/items/items/$ref"),
        "#/components/schemas/Row"
    );
    EXPECT_EQ(at("/components/schemas/Row/properties/ladder/items/$ref"), "#/components/schemas/Rung");
    EXPECT_EQ(at("/components/schemas/Mood/enum"), (json::array{"calm", "stormy"}));
    EXPECT_EQ(json::serialize(whole()).find("x-struct"), std::string::npos);
}

TEST_F(ADescription, tells_two_structs_of_one_name_apart_by_their_room) {
    table.get<two::Rung>("/api/v1/rung", "", "级", "a rung", [](const Call&, store::Rows&) -> Result<two::Rung> {
        return two::Rung{};
    });
    EXPECT_EQ(at("/components/schemas/Row/properties/ladder/items/$ref"), "#/components/schemas/HttpOneRung");
    EXPECT_EQ(at("/components/schemas/HttpTwoRung/properties/height/type"), "number");
}

TEST_F(ADescription, types_what_is_read_from_the_query) {
    const auto parameters = at("/paths/~1api~1v1~1rows/get/parameters").as_array();
    ASSERT_EQ(parameters.size(), 3U);
    EXPECT_EQ(parameters[0].at("schema").at("type"), "string");
    EXPECT_EQ(parameters[1].at("schema").at("enum"), (json::array{"calm", "stormy", "any"}));
    EXPECT_EQ(parameters[2].at("schema").at("type"), "integer");
}

TEST_F(ADescription, leaves_out_of_the_body_what_stands_in_the_address) {
    EXPECT_FALSE(at("/components/schemas/Press/properties").as_object().contains("row"));
    EXPECT_FALSE(at("/components/schemas/Press").as_object().contains("required"));
    EXPECT_EQ(
        at("/paths/~1api~1v1~1rows~1{row}~1press/post/responses/default/content/application~1problem+json/schema/$ref"),
        "#/components/schemas/Problem"
    );
}

TEST(a_value_of_the_query, is_not_read_without_being_declared) {
    Endpoints table;
    auto& endpoint = table.add(Method::get, "/x", "", "", "").asks({"q"});
    const Request request;
    const Caller caller;
    const journal::NodeFacts node;
    const Call call{request, caller, node, {}, &endpoint};
    EXPECT_THROW(call.query("secret"), std::logic_error);
    EXPECT_THROW(call.limit(), std::logic_error);
    EXPECT_EQ(call.query("q", "none"), "none");
}

TEST(a_permission_matrix, marks_the_roles_that_hold_the_permission) {
    Endpoints table;
    table.add(Method::get, "/x", "desk.view", "看", "look");
    const auto page = permission_matrix(table, {{"clerk", {}}, {"officer", {"desk.view"}}});
    EXPECT_NE(page.find("| get | /x | 看 | desk.view | | ● |"), std::string::npos);
}

}  // namespace
}  // namespace anlan::http
