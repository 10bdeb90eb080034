// The files of site-template/, byte for byte, so that the program alone can build a handbook. A test holds the list
// against the folder.
#include "CSiteTemplate.h"

static const unsigned char assets_css_base_css[] = {
#embed "../../site-template/assets/css/base.css"
};
static const unsigned char assets_css_indexes_css[] = {
#embed "../../site-template/assets/css/indexes.css"
};
static const unsigned char assets_css_layers_css[] = {
#embed "../../site-template/assets/css/layers.css"
};
static const unsigned char assets_css_layout_css[] = {
#embed "../../site-template/assets/css/layout.css"
};
static const unsigned char assets_css_map_css[] = {
#embed "../../site-template/assets/css/map.css"
};
static const unsigned char assets_css_page_head_css[] = {
#embed "../../site-template/assets/css/page-head.css"
};
static const unsigned char assets_css_parts_css[] = {
#embed "../../site-template/assets/css/parts.css"
};
static const unsigned char assets_css_print_css[] = {
#embed "../../site-template/assets/css/print.css"
};
static const unsigned char assets_css_prose_css[] = {
#embed "../../site-template/assets/css/prose.css"
};
static const unsigned char assets_css_screens_css[] = {
#embed "../../site-template/assets/css/screens.css"
};
static const unsigned char assets_css_tokens_css[] = {
#embed "../../site-template/assets/css/tokens.css"
};
static const unsigned char assets_favicon_svg[] = {
#embed "../../site-template/assets/favicon.svg"
};
static const unsigned char assets_js_contents_js[] = {
#embed "../../site-template/assets/js/contents.js"
};
static const unsigned char assets_js_copy_js[] = {
#embed "../../site-template/assets/js/copy.js"
};
static const unsigned char assets_js_definition_card_js[] = {
#embed "../../site-template/assets/js/definition-card.js"
};
static const unsigned char assets_js_elements_js[] = {
#embed "../../site-template/assets/js/elements.js"
};
static const unsigned char assets_js_folds_js[] = {
#embed "../../site-template/assets/js/folds.js"
};
static const unsigned char assets_js_fragment_js[] = {
#embed "../../site-template/assets/js/fragment.js"
};
static const unsigned char assets_js_gantt_js[] = {
#embed "../../site-template/assets/js/gantt.js"
};
static const unsigned char assets_js_map_js[] = {
#embed "../../site-template/assets/js/map.js"
};
static const unsigned char assets_js_moved_sections_js[] = {
#embed "../../site-template/assets/js/moved-sections.js"
};
static const unsigned char assets_js_plan_js[] = {
#embed "../../site-template/assets/js/plan.js"
};
static const unsigned char assets_js_redirect_js[] = {
#embed "../../site-template/assets/js/redirect.js"
};
static const unsigned char assets_js_search_dialog_js[] = {
#embed "../../site-template/assets/js/search-dialog.js"
};
static const unsigned char assets_js_search_interface_js[] = {
#embed "../../site-template/assets/js/search-interface.js"
};
static const unsigned char assets_js_search_page_js[] = {
#embed "../../site-template/assets/js/search-page.js"
};
static const unsigned char assets_js_search_start_js[] = {
#embed "../../site-template/assets/js/search-start.js"
};
static const unsigned char assets_js_search_js[] = {
#embed "../../site-template/assets/js/search.js"
};
static const unsigned char assets_js_site_js[] = {
#embed "../../site-template/assets/js/site.js"
};
static const unsigned char assets_js_status_js[] = {
#embed "../../site-template/assets/js/status.js"
};
static const unsigned char assets_js_task_filter_js[] = {
#embed "../../site-template/assets/js/task-filter.js"
};
static const unsigned char assets_js_task_sorting_js[] = {
#embed "../../site-template/assets/js/task-sorting.js"
};
static const unsigned char assets_js_terms_js[] = {
#embed "../../site-template/assets/js/terms.js"
};
static const unsigned char assets_js_theme_choice_js[] = {
#embed "../../site-template/assets/js/theme-choice.js"
};
static const unsigned char assets_js_theme_switch_js[] = {
#embed "../../site-template/assets/js/theme-switch.js"
};
static const unsigned char assets_js_theme_js[] = {
#embed "../../site-template/assets/js/theme.js"
};
static const unsigned char assets_plan_css[] = {
#embed "../../site-template/assets/plan.css"
};
static const unsigned char assets_plan_js[] = {
#embed "../../site-template/assets/plan.js"
};
static const unsigned char assets_redirect_js[] = {
#embed "../../site-template/assets/redirect.js"
};
static const unsigned char assets_search_dialog_js[] = {
#embed "../../site-template/assets/search-dialog.js"
};
static const unsigned char assets_search_page_js[] = {
#embed "../../site-template/assets/search-page.js"
};
static const unsigned char assets_search_css[] = {
#embed "../../site-template/assets/search.css"
};
static const unsigned char assets_site_css[] = {
#embed "../../site-template/assets/site.css"
};
static const unsigned char assets_site_js[] = {
#embed "../../site-template/assets/site.js"
};
static const unsigned char assets_terms_js[] = {
#embed "../../site-template/assets/terms.js"
};
static const unsigned char assets_theme_js[] = {
#embed "../../site-template/assets/theme.js"
};
static const unsigned char layouts_glossary_mustache[] = {
#embed "../../site-template/layouts/glossary.mustache"
};
static const unsigned char layouts_home_mustache[] = {
#embed "../../site-template/layouts/home.mustache"
};
static const unsigned char layouts_map_mustache[] = {
#embed "../../site-template/layouts/map.mustache"
};
static const unsigned char layouts_not_found_mustache[] = {
#embed "../../site-template/layouts/not-found.mustache"
};
static const unsigned char layouts_page_mustache[] = {
#embed "../../site-template/layouts/page.mustache"
};
static const unsigned char layouts_redirect_mustache[] = {
#embed "../../site-template/layouts/redirect.mustache"
};
static const unsigned char layouts_search_mustache[] = {
#embed "../../site-template/layouts/search.mustache"
};
static const unsigned char layouts_section_mustache[] = {
#embed "../../site-template/layouts/section.mustache"
};
static const unsigned char layouts_sources_mustache[] = {
#embed "../../site-template/layouts/sources.mustache"
};
static const unsigned char partials_banner_mustache[] = {
#embed "../../site-template/partials/banner.mustache"
};
static const unsigned char partials_breadcrumbs_mustache[] = {
#embed "../../site-template/partials/breadcrumbs.mustache"
};
static const unsigned char partials_citations_mustache[] = {
#embed "../../site-template/partials/citations.mustache"
};
static const unsigned char partials_contents_mustache[] = {
#embed "../../site-template/partials/contents.mustache"
};
static const unsigned char partials_footer_mustache[] = {
#embed "../../site-template/partials/footer.mustache"
};
static const unsigned char partials_head_mustache[] = {
#embed "../../site-template/partials/head.mustache"
};
static const unsigned char partials_header_mustache[] = {
#embed "../../site-template/partials/header.mustache"
};
static const unsigned char partials_meta_mustache[] = {
#embed "../../site-template/partials/meta.mustache"
};
static const unsigned char partials_moved_mustache[] = {
#embed "../../site-template/partials/moved.mustache"
};
static const unsigned char partials_neighbours_mustache[] = {
#embed "../../site-template/partials/neighbours.mustache"
};
static const unsigned char partials_relations_mustache[] = {
#embed "../../site-template/partials/relations.mustache"
};
static const unsigned char partials_sheet_mustache[] = {
#embed "../../site-template/partials/sheet.mustache"
};
static const unsigned char partials_sidebar_mustache[] = {
#embed "../../site-template/partials/sidebar.mustache"
};
static const unsigned char partials_skip_mustache[] = {
#embed "../../site-template/partials/skip.mustache"
};
static const unsigned char partials_steps_mustache[] = {
#embed "../../site-template/partials/steps.mustache"
};
static const unsigned char partials_strip_mustache[] = {
#embed "../../site-template/partials/strip.mustache"
};

#define FILE_NAMED(path, bytes) {path, bytes, sizeof bytes}

static const struct site_template_file files[] = {
    FILE_NAMED("assets/css/base.css", assets_css_base_css),
    FILE_NAMED("assets/css/indexes.css", assets_css_indexes_css),
    FILE_NAMED("assets/css/layers.css", assets_css_layers_css),
    FILE_NAMED("assets/css/layout.css", assets_css_layout_css),
    FILE_NAMED("assets/css/map.css", assets_css_map_css),
    FILE_NAMED("assets/css/page-head.css", assets_css_page_head_css),
    FILE_NAMED("assets/css/parts.css", assets_css_parts_css),
    FILE_NAMED("assets/css/print.css", assets_css_print_css),
    FILE_NAMED("assets/css/prose.css", assets_css_prose_css),
    FILE_NAMED("assets/css/screens.css", assets_css_screens_css),
    FILE_NAMED("assets/css/tokens.css", assets_css_tokens_css),
    FILE_NAMED("assets/favicon.svg", assets_favicon_svg),
    FILE_NAMED("assets/js/contents.js", assets_js_contents_js),
    FILE_NAMED("assets/js/copy.js", assets_js_copy_js),
    FILE_NAMED("assets/js/definition-card.js", assets_js_definition_card_js),
    FILE_NAMED("assets/js/elements.js", assets_js_elements_js),
    FILE_NAMED("assets/js/folds.js", assets_js_folds_js),
    FILE_NAMED("assets/js/fragment.js", assets_js_fragment_js),
    FILE_NAMED("assets/js/gantt.js", assets_js_gantt_js),
    FILE_NAMED("assets/js/map.js", assets_js_map_js),
    FILE_NAMED("assets/js/moved-sections.js", assets_js_moved_sections_js),
    FILE_NAMED("assets/js/plan.js", assets_js_plan_js),
    FILE_NAMED("assets/js/redirect.js", assets_js_redirect_js),
    FILE_NAMED("assets/js/search-dialog.js", assets_js_search_dialog_js),
    FILE_NAMED("assets/js/search-interface.js", assets_js_search_interface_js),
    FILE_NAMED("assets/js/search-page.js", assets_js_search_page_js),
    FILE_NAMED("assets/js/search-start.js", assets_js_search_start_js),
    FILE_NAMED("assets/js/search.js", assets_js_search_js),
    FILE_NAMED("assets/js/site.js", assets_js_site_js),
    FILE_NAMED("assets/js/status.js", assets_js_status_js),
    FILE_NAMED("assets/js/task-filter.js", assets_js_task_filter_js),
    FILE_NAMED("assets/js/task-sorting.js", assets_js_task_sorting_js),
    FILE_NAMED("assets/js/terms.js", assets_js_terms_js),
    FILE_NAMED("assets/js/theme-choice.js", assets_js_theme_choice_js),
    FILE_NAMED("assets/js/theme-switch.js", assets_js_theme_switch_js),
    FILE_NAMED("assets/js/theme.js", assets_js_theme_js),
    FILE_NAMED("assets/plan.css", assets_plan_css),
    FILE_NAMED("assets/plan.js", assets_plan_js),
    FILE_NAMED("assets/redirect.js", assets_redirect_js),
    FILE_NAMED("assets/search-dialog.js", assets_search_dialog_js),
    FILE_NAMED("assets/search-page.js", assets_search_page_js),
    FILE_NAMED("assets/search.css", assets_search_css),
    FILE_NAMED("assets/site.css", assets_site_css),
    FILE_NAMED("assets/site.js", assets_site_js),
    FILE_NAMED("assets/terms.js", assets_terms_js),
    FILE_NAMED("assets/theme.js", assets_theme_js),
    FILE_NAMED("layouts/glossary.mustache", layouts_glossary_mustache),
    FILE_NAMED("layouts/home.mustache", layouts_home_mustache),
    FILE_NAMED("layouts/map.mustache", layouts_map_mustache),
    FILE_NAMED("layouts/not-found.mustache", layouts_not_found_mustache),
    FILE_NAMED("layouts/page.mustache", layouts_page_mustache),
    FILE_NAMED("layouts/redirect.mustache", layouts_redirect_mustache),
    FILE_NAMED("layouts/search.mustache", layouts_search_mustache),
    FILE_NAMED("layouts/section.mustache", layouts_section_mustache),
    FILE_NAMED("layouts/sources.mustache", layouts_sources_mustache),
    FILE_NAMED("partials/banner.mustache", partials_banner_mustache),
    FILE_NAMED("partials/breadcrumbs.mustache", partials_breadcrumbs_mustache),
    FILE_NAMED("partials/citations.mustache", partials_citations_mustache),
    FILE_NAMED("partials/contents.mustache", partials_contents_mustache),
    FILE_NAMED("partials/footer.mustache", partials_footer_mustache),
    FILE_NAMED("partials/head.mustache", partials_head_mustache),
    FILE_NAMED("partials/header.mustache", partials_header_mustache),
    FILE_NAMED("partials/meta.mustache", partials_meta_mustache),
    FILE_NAMED("partials/moved.mustache", partials_moved_mustache),
    FILE_NAMED("partials/neighbours.mustache", partials_neighbours_mustache),
    FILE_NAMED("partials/relations.mustache", partials_relations_mustache),
    FILE_NAMED("partials/sheet.mustache", partials_sheet_mustache),
    FILE_NAMED("partials/sidebar.mustache", partials_sidebar_mustache),
    FILE_NAMED("partials/skip.mustache", partials_skip_mustache),
    FILE_NAMED("partials/steps.mustache", partials_steps_mustache),
    FILE_NAMED("partials/strip.mustache", partials_strip_mustache),
};

const long site_template_file_count = sizeof files / sizeof *files;

const struct site_template_file *site_template_file(long index) { return &files[index]; }
