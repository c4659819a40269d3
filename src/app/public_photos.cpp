#include "app/public_photos.hpp"

#include "attach/cabinet.hpp"
#include "attach/picture.hpp"

namespace anlan::app {

enforcement::KeepPicture keeper_of_pictures(const std::filesystem::path& folder) {
    return [cabinet = attach::Cabinet(folder)](std::string_view bytes) -> Result<std::string> {
        if (!attach::type_of(bytes).starts_with("image/"))
            return refuse("photo_invalid", "photo", "这不是照片，请重新拍一张", "this is no photo; take one anew");
        return cabinet.keep(bytes);
    };
}

}  // namespace anlan::app
