// Names of pictures between colons, `:tada:`, which GitHub and most other tools show as the picture.

import UTF8Text

/// The picture that a name at the start of `text` stands for, and how many bytes the name has with its colons.
func emoji(at text: ArraySlice<UInt8>) -> (picture: String, length: Int)? {
    guard text.first == ":" else { return nil }
    let name = text.dropFirst().prefix(40).prefix {
        $0.isASCIIDigit || (0x61...0x7A).contains($0) || $0 == "_" || $0 == "+" || $0 == "-"
    }
    guard !name.isEmpty, name.endIndex < text.endIndex, text[name.endIndex] == ":",
        let picture = pictures[String(decoding: name, as: UTF8.self)]
    else { return nil }
    return (picture, name.count + 2)
}

extension ArraySlice<UInt8> {
    /// This text with pictures in place of their names.
    var withPictures: ArraySlice<UInt8> {
        guard contains(":") else { return self }
        var result: [UInt8] = []
        var place = startIndex
        while let colon = self[place...].firstIndex(of: ":") {
            result += self[place..<colon]
            if let found = emoji(at: self[colon...]) {
                result += found.picture.utf8
                place = colon + found.length
            } else {
                result.append(":")
                place = colon + 1
            }
        }
        return (result + self[place...])[...]
    }
}

/// The pictures that authors of handbooks use; a name that is not here stays as it is written.
private let pictures: [String: String] = {
    var pictures: [String: String] = [:]
    for entry in table.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
        let parts = entry.split(separator: " ")
        for name in parts.dropFirst() { pictures[String(name)] = String(parts[0]) }
    }
    return pictures
}()

private let table = """
    😀 grinning, 😃 smiley, 😄 smile, 😁 grin, 😆 laughing satisfied, 😅 sweat_smile, 🤣 rofl, 😂 joy,
    🙂 slightly_smiling_face, 🙃 upside_down_face, 😉 wink, 😊 blush, 😇 innocent,
    🥰 smiling_face_with_three_hearts, 😍 heart_eyes, 🤩 star_struck, 😘 kissing_heart, 😋 yum, 😛 stuck_out_tongue,
    😜 stuck_out_tongue_winking_eye, 🤗 hugs, 🤔 thinking, 🤐 zipper_mouth_face, 🤨 raised_eyebrow, 😐 neutral_face,
    😑 expressionless, 😏 smirk, 😒 unamused, 🙄 roll_eyes, 😬 grimacing, 😌 relieved, 😔 pensive, 😴 sleeping,
    😷 mask, 🤒 face_with_thermometer, 🤯 exploding_head, 🥳 partying_face, 😎 sunglasses, 🤓 nerd_face,
    🧐 monocle_face, 😕 confused, 😟 worried, 🙁 slightly_frowning_face, 😮 open_mouth, 😲 astonished, 😳 flushed,
    🥺 pleading_face, 😨 fearful, 😰 cold_sweat, 😢 cry, 😭 sob, 😱 scream, 😖 confounded, 😞 disappointed, 😓 sweat,
    😩 weary, 😫 tired_face, 😤 triumph, 😡 rage pout, 😠 angry, 💀 skull, 💩 poop hankey shit, 👻 ghost, 👽 alien,
    🤖 robot, 🙈 see_no_evil, 🙉 hear_no_evil, 🙊 speak_no_evil, ❤️ heart, 🧡 orange_heart, 💛 yellow_heart,
    💚 green_heart, 💙 blue_heart, 💜 purple_heart, 🖤 black_heart, 💔 broken_heart, 💖 sparkling_heart, 💯 100,
    💢 anger, 💥 boom collision, 💫 dizzy, 💦 sweat_drops, 💨 dash, 💬 speech_balloon, 💭 thought_balloon, 💤 zzz,
    👋 wave, ✋ hand raised_hand, 🖐️ raised_hand_with_fingers_splayed, 👌 ok_hand, ✌️ v, 🤞 crossed_fingers,
    🤘 metal, 👈 point_left, 👉 point_right, 👆 point_up_2, 👇 point_down, ☝️ point_up, 👍 +1 thumbsup,
    👎 -1 thumbsdown, ✊ fist fist_raised, 👊 facepunch punch fist_oncoming, 👏 clap, 🙌 raised_hands,
    👐 open_hands, 🤝 handshake, 🙏 pray, ✍️ writing_hand, 💪 muscle, 🧠 brain, 👀 eyes, 👁️ eye, 👶 baby, 👦 boy,
    👧 girl, 👨 man, 👩 woman, 👮 cop police_officer, 👷 construction_worker, 🤷 shrug, 🤦 facepalm, 🙋 raising_hand,
    🙇 bow, 🏃 runner running, 🚶 walking, 💃 dancer, 🧘 lotus_position, 👥 busts_in_silhouette,
    👤 bust_in_silhouette, 👪 family, 🐶 dog, 🐱 cat, 🐭 mouse, 🦊 fox_face, 🐻 bear, 🐼 panda_face, 🦁 lion, 🐮 cow,
    🐷 pig, 🐸 frog, 🐵 monkey_face, 🐔 chicken, 🐧 penguin, 🐦 bird, 🦄 unicorn, 🐝 bee honeybee, 🐛 bug, 🦋 butterfly,
    🐌 snail, 🐙 octopus, 🐢 turtle, 🐍 snake, 🐘 elephant, 🐳 whale, 🐬 dolphin flipper, 🦀 crab, 🌱 seedling,
    🌲 evergreen_tree, 🌳 deciduous_tree, 🌴 palm_tree, 🌵 cactus, 🌿 herb, 🍀 four_leaf_clover, 🍁 maple_leaf,
    🌹 rose, 🌻 sunflower, 🌸 cherry_blossom, 💐 bouquet, 🍄 mushroom, 🌍 earth_africa, 🌎 earth_americas,
    🌏 earth_asia, 🌐 globe_with_meridians, 🌙 crescent_moon, ☀️ sunny, ⭐ star, 🌟 star2, ✨ sparkles, ⚡ zap,
    🔥 fire, 🌈 rainbow, ☁️ cloud, ☔ umbrella, ❄️ snowflake, ⛄ snowman, 🌊 ocean, 💧 droplet, 🍎 apple,
    🍊 tangerine orange, 🍋 lemon, 🍌 banana, 🍉 watermelon, 🍇 grapes, 🍓 strawberry, 🍒 cherries, 🍑 peach,
    🍅 tomato, 🥑 avocado, 🌽 corn, 🍞 bread, 🧀 cheese, 🍔 hamburger, 🍟 fries, 🍕 pizza, 🌮 taco, 🍣 sushi, 🍪 cookie,
    🎂 birthday, 🍰 cake, 🍫 chocolate_bar, 🍬 candy, ☕ coffee, 🍵 tea, 🍺 beer, 🍻 beers, 🥂 clinking_glasses,
    🍷 wine_glass, 🍽️ plate_with_cutlery, ⚽ soccer, 🏀 basketball, 🏈 football, 🎾 tennis, 🎯 dart, 🎲 game_die,
    🎮 video_game, 🧩 jigsaw, 🏆 trophy, 🥇 1st_place_medal, 🥈 2nd_place_medal, 🥉 3rd_place_medal, 🏅 medal_sports,
    🎖️ medal_military, 🎉 tada, 🎊 confetti_ball, 🎈 balloon, 🎁 gift, 🎀 ribbon, 🎄 christmas_tree,
    🎃 jack_o_lantern, 🎨 art, 🎭 performing_arts, 🎤 microphone, 🎧 headphones, 🎵 musical_note, 🎶 notes, 🎸 guitar,
    🎬 clapper, 🚗 car red_car, 🚕 taxi, 🚌 bus, 🚑 ambulance, 🚒 fire_engine, 🚚 truck, 🚲 bike, 🚂 steam_locomotive,
    🚄 bullettrain_side, ✈️ airplane, 🚀 rocket, 🚁 helicopter, 🚢 ship, ⛵ sailboat boat, ⚓ anchor,
    🚧 construction, 🚦 vertical_traffic_light, 🚥 traffic_light, 🚨 rotating_light, 🛑 stop_sign, 🗺️ world_map,
    🏠 house, 🏡 house_with_garden, 🏢 office, 🏥 hospital, 🏦 bank, 🏫 school, 🏭 factory, 🏗️ building_construction,
    🏔️ mountain_snow, 🌅 sunrise, ⌚ watch, 📱 iphone, 💻 computer, ⌨️ keyboard, 🖥️ desktop_computer, 🖨️ printer,
    🖱️ computer_mouse, 💾 floppy_disk, 💿 cd, 📷 camera, 🎥 movie_camera, 📺 tv, 📻 radio, ☎️ phone telephone,
    📞 telephone_receiver, 📟 pager, 📠 fax, 🔋 battery, 🔌 electric_plug, 💡 bulb, 🔦 flashlight, 🕯️ candle,
    🗑️ wastebasket, 💸 money_with_wings, 💵 dollar, 💶 euro, 💰 moneybag, 💳 credit_card, 💎 gem, ⚖️ balance_scale,
    🔧 wrench, 🔨 hammer, 🛠️ hammer_and_wrench, ⚒️ hammer_and_pick, ⚙️ gear, 🔗 link, ⛓️ chains, 🧰 toolbox,
    🧲 magnet, 🧪 test_tube, 🔬 microscope, 🔭 telescope, 📡 satellite, 💉 syringe, 💊 pill, 🚪 door, 🔑 key,
    🗝️ old_key, 🔒 lock, 🔓 unlock, 🔐 closed_lock_with_key, 🔏 lock_with_ink_pen, 🛡️ shield, 📦 package,
    📫 mailbox, 📥 inbox_tray, 📤 outbox_tray, ✉️ email envelope, 📧 e-mail, 📨 incoming_envelope, 📜 scroll,
    📄 page_facing_up, 📃 page_with_curl, 📑 bookmark_tabs, 📊 bar_chart, 📈 chart_with_upwards_trend,
    📉 chart_with_downwards_trend, 📅 date, 📆 calendar, 🗓️ spiral_calendar, 📇 card_index, 🗃️ card_file_box,
    🗄️ file_cabinet, 📋 clipboard, 📁 file_folder, 📂 open_file_folder, 🗂️ card_index_dividers, 📰 newspaper,
    📓 notebook, 📔 notebook_with_decorative_cover, 📒 ledger, 📕 closed_book, 📗 green_book, 📘 blue_book,
    📙 orange_book, 📚 books, 📖 book open_book, 🔖 bookmark, 🏷️ label, 📎 paperclip, 🖇️ paperclips,
    📐 triangular_ruler, 📏 straight_ruler, ✂️ scissors, 📌 pushpin, 📍 round_pushpin, 📝 memo pencil, ✏️ pencil2,
    🖊️ pen, 🖌️ paintbrush, 🔍 mag, 🔎 mag_right, ⏰ alarm_clock, ⏱️ stopwatch, ⏲️ timer_clock, ⌛ hourglass,
    ⏳ hourglass_flowing_sand, 🔔 bell, 🔕 no_bell, 📢 loudspeaker, 📣 mega, 🔊 loud_sound, 🔇 mute, ⚠️ warning,
    🚫 no_entry_sign, ⛔ no_entry, ❗ exclamation heavy_exclamation_mark, ❕ grey_exclamation, ❓ question,
    ❔ grey_question, ‼️ bangbang, ⁉️ interrobang, ✅ white_check_mark, ☑️ ballot_box_with_check,
    ✔️ heavy_check_mark, ❌ x, ❎ negative_squared_cross_mark, ✖️ heavy_multiplication_x, ➕ heavy_plus_sign,
    ➖ heavy_minus_sign, ➗ heavy_division_sign, ➰ curly_loop, ⭕ o, ℹ️ information_source, 🆕 new, 🆓 free, 🆗 ok,
    🆘 sos, 🆙 up, 🆒 cool, 🔴 red_circle, 🟠 orange_circle, 🟡 yellow_circle, 🟢 green_circle, 🔵 large_blue_circle,
    🟣 purple_circle, ⚪ white_circle, ⚫ black_circle, 🟥 red_square, 🟧 orange_square, 🟨 yellow_square,
    🟩 green_square, 🟦 blue_square, ⬜ white_large_square, ⬛ black_large_square, 🔶 large_orange_diamond,
    🔷 large_blue_diamond, 🔺 small_red_triangle, 🔻 small_red_triangle_down, ⬆️ arrow_up, ⬇️ arrow_down,
    ⬅️ arrow_left, ➡️ arrow_right, ↗️ arrow_upper_right, ↘️ arrow_lower_right, ↩️ leftwards_arrow_with_hook,
    ↪️ arrow_right_hook, ▶️ arrow_forward, ◀️ arrow_backward, 🔄 arrows_counterclockwise, 🔃 arrows_clockwise,
    🔁 repeat, ♻️ recycle, 🔝 top, 🔙 back, 🔜 soon, 🔚 end, 0️⃣ zero, 1️⃣ one, 2️⃣ two, 3️⃣ three, 4️⃣ four,
    5️⃣ five, 6️⃣ six, 7️⃣ seven, 8️⃣ eight, 9️⃣ nine, 🔟 keycap_ten, #️⃣ hash, ©️ copyright, ®️ registered,
    ™️ tm, ♿ wheelchair, 🏁 checkered_flag, 🚩 triangular_flag_on_post, 🏳️ white_flag, 🏴 black_flag,
    🏳️‍🌈 rainbow_flag, 🇺🇸 us, 🇬🇧 gb uk, 🇩🇪 de, 🇫🇷 fr, 🇪🇸 es, 🇮🇹 it, 🇯🇵 jp, 🇨🇳 cn, 🇪🇺 eu
    """
