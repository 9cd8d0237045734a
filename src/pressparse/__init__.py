"""Turn press releases into typed, frozen records that know where every value stands."""
