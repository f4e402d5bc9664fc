# Words for the reader, Turkish. Every message stands in en.ftl under the same name and with the same variables.
# `tests/core/message/words.test.ts` compares the two files.

## Kind of a story
kind-meeting = Toplantı
kind-visit = Ziyaret
kind-call = Telefon görüşmesi
kind-agreement = Anlaşma
kind-election = Seçim
kind-statement = Açıklama
kind-aid = Yardım
kind-disaster = Afet
kind-news = Haber

## Parts of a post
place = Yer
date = Tarih
date-published = { $date } (haber tarihi)
people = { $kind ->
    [call] Görüşenler ({ $count })
    [statement] Konuşanlar ({ $count })
   *[other] Katılımcılar ({ $count })
  }
groups = Katılımcılar
also-present = Ayrıca: { $group }
more-people = { $kind ->
    [call] Tüm görüşenler
    [statement] Tüm konuşanlar
   *[other] Tüm katılımcılar
  }
more-decisions = Tüm kararlar
decisions = Kararlar ({ $count })
decisions-in-turkish = Kararlar ({ $count }, Türkçe)
decisions-in-english = Kararlar ({ $count }, İngilizce)
source = Kaynak: { $source }
source-at = Kaynak: { $source }, { $time }
time = { $date }, TSİ { $hour }.{ $minute }
extracted = otomatik çıkarıldı
titles-kept = çevirisi bilinmeyen unvanlar haberdeki gibi bırakıldı
partial = Haberin tam metni henüz okunamadı. Buradakiler yalnızca başlığa ve spota dayanıyor.
partial-no-page = Bu haberin bağlantısı yok. Buradakiler yalnızca akıştaki başlığa ve özete dayanıyor.

## What an attendee did
part-host = ev sahibi
part-chair = başkanlık etti
part-speaker = konuştu
part-message = mesaj gönderdi
part-for = { $whom } adına

## What became of a decision
decision-decided = karar
decision-signed = imza
decision-agreed = mutabakat
decision-elected = seçim
decision-committed = taahhüt
decision-confirmed = teyit
decision-called = çağrı

## Marks of a post
updated = Güncellendi
completed = Tam metin okundu
updated-at = Güncellendi: { $time }
follow-up = Önceki haberin devamı
withdrawn = Yayından kaldırıldı
withdrawn-note = { $source } bu haberi yayından kaldırdı. Daha önce paylaştığımız bilgilere dayanmayın.
mark-edit = Daha önce gönderilen haberin yeni hâli
mark-repeat = Bu ileti ikinci kez gelmiş olabilir
mark-reply = Daha önce gönderilen habere yanıt
test-brief = DENEME: Bu örnek haber uydurmadır; yalnızca Tellal'ın bu sohbete yazabildiğini gösterir.

## Digests
digest-late = Gecikmeli özet: { $count } haber
digest-late-note = Bir kesinti yüzünden bu haberler zamanında gönderilemedi.
digest-many = Toplu bildirim: { $count } haber
digest-many-note = Kısa sürede çok sayıda haber geldiği için bunlar tek iletide toplandı.
digest-quiet = Sessiz saatlerde gelenler: { $count } haber
digest-hourly = Saatlik özet: { $count } haber
digest-daily = Günlük özet: { $count } haber
digest-weekly = Haftalık özet: { $count } haber
digest-people = { $count } katılımcı
digest-decisions = { $count } karar

## Under a post
button-read = Oku
button-irrelevant = İlgisiz
button-wrong = Hatalı
button-mute = Sustur

## Commands
command-start = Tellal'ı tanıtır ve konuları sunar
command-subscribe = Bir konuyu takip eder
command-unsubscribe = Bir konunun takibini bırakır
command-topics = Konuları ve hangilerini takip ettiğinizi gösterir
command-latest = Son haberleri gösterir
command-more = Bir gönderideki listenin tamamını gösterir
command-settings = Gönderimlerin zamanını, uzunluğunu ve içeriğini ayarlar
command-mute = Bir konuyu bir süre susturur
command-help = Komutları gösterir
arguments-topic = <konu>
arguments-latest = [konu] [adet]
arguments-help = [komut]
arguments-mute = <konu> [süre]
help-title = Komutlar
help-chat-admin = sohbet yöneticileri
help-admin = yöneticiler
unknown-command = Böyle bir komut yok: { $command }. Komutları görmek için { $help } yazın.
unknown-command-nearest = Böyle bir komut yok: { $command }. Şunu mu demek istediniz: { $nearest }? Tüm komutlar: { $help }
unknown-sub = { $command } komutunun “{ $word }” diye bir alt komutu yok. Alt komutlar: { $known }
unknown-sub-nearest = “{ $word }” diye bir alt komut yok. Şunu mu demek istediniz: { $nearest }? Alt komutlar: { $known }
not-chat-admin = Bu komutu yalnızca sohbetin yöneticileri kullanabilir.
not-admin = Bu komutu yalnızca Tellal yöneticileri kullanabilir.
failed = Bizden kaynaklanan bir sorun çıktı. Lütfen biraz sonra yeniden deneyin.

## The bot's page on Telegram
bot-description = Tellal, Anadolu Ajansı (AA) haberlerini sizin için okur: kim kiminle, nerede görüştü, ne karara bağlandı? Başlamak için aşağıdaki düğmeye dokunun ve konularınızı seçin.
bot-short = AA haberlerinden kısa bildirimler: kim kiminle, nerede görüştü, ne karar alındı.

## Subscriptions
start-hello = Merhaba, ben Tellal.
start-what = Anadolu Ajansı (AA) haberlerini okurum; kim kiminle nerede buluştu, ne karar alındı, size kısaca bildiririm.
start-how = Takip etmek istediğiniz konuları aşağıdan seçin. Seçiminizi dilediğiniz zaman değiştirebilirsiniz.
topic-offered = ➕ { $topic }
topic-followed = ✅ { $topic }
topics-title = Konular
topics-none = Henüz konu tanımlanmamış.
topics-choose = Takip etmek ya da bırakmak istediğiniz konuya dokunun.
topics-followed = takip ediyorsunuz
subscribed = { SUFFIX($topics, "accusative") } takip ediyorsunuz.
subscribed-first = Bu konuda henüz haber yok. İlk haber çıkınca burada göreceksiniz.
subscribed-outside = Henüz bu kanalda değilim, bu yüzden buraya haber gönderemem: /invite @Tellal yazarak beni davet edin.
unsubscribed = Artık { SUFFIX($topics, "accusative") } takip etmiyorsunuz.
unsubscribed-none = Zaten takip etmiyorsunuz.
unknown-topic = “{ $topic }” adında bir konu yok. Konular: { $topics }.
unknown-topic-nearest = “{ $topic }” adında bir konu yok. Şunu mu demek istediniz: { $nearest }? Konular: { $topics }.
latest-none = Henüz haber yok.
more-gone = Bu haber artık elimizde değil.

## Looking up
command-search = Haberlerde arar
arguments-search = <sözcükler>
page-older = Daha eski »
page-newer = « Daha yeni
search-title = Arama: { $words }
search-empty = Ne arayalım? Örneğin: { $command } Kızılay toplantı. En az iki harfli bir sözcük yazın; yan yana aranacak sözcükleri tırnak içine alın.
search-none = “{ $words }” için haber bulunamadı.
search-stopped = Bakılacak haber çok olduğu için en eskilerine bakılmadı. Daha seyrek geçen bir kelimeyle aranırsa onlar da bulunur.
search-gone = Bu aramanın süresi doldu. Lütfen yeniden arayın.
command-who = Bir kişinin katıldığı toplantıları gösterir
command-decisions = Alınan kararları gösterir
arguments-name = <ad soyad>
arguments-decisions = [konu] [gün]
who-empty = Kimi arayalım? Örneğin: { $command } Kaya. Soyadı yeter.
who-none = Kayıtlarımızda { $name } adında biri yok.
who-gone = Bu kişiyle ilgili kayıt artık elimizde değil.
who-choose = Hangisi?
who-person = { $name } ({ $count })
who-more = Bu adı taşıyan { $count } kişi daha var; adı da yazarak daraltabilirsiniz.
who-title = { $name }: { $count } haber
decisions-title = Son { $days } günün kararları
decisions-none = Son { $days } günde alınmış bir karar bulunamadı.
command-brief = Adresi verilen haberin özetini çıkarır
arguments-link = <haberin adresi>
brief-empty = Hangi haber? AA'daki adresini yazın: { $command } https://www.aa.com.tr/…
brief-foreign = Yalnızca haberlerini izlediğimiz sitelerin adreslerini okuyabiliyoruz.
brief-often = Kısa sürede çok sayıda sayfa istediniz. { $minutes } dakika sonra yeniden deneyin.
brief-gone = Bu adreste bir haber yok; kaldırılmış olabilir.
brief-later = Site şu anda yanıt vermiyor. Biraz sonra yeniden deneyin.
brief-forbidden = Bu adresi okumamıza izin yok.
brief-failed = Bu sayfada okuyabildiğimiz bir haber bulunamadı.
brief-asked = İsteğiniz üzerine okundu; kayıtlarımızda yer almıyor.

## Administration in chats
command-keyword = Bir konunun anahtar kelimelerini gösterir, dener, değiştirir
command-topic = Konu açar, adını değiştirir, kaldırır
command-feed = Akışları gösterir, yoklar, değiştirir
command-admin = Tellal'ı kimlerin yönettiğini gösterir, değiştirir
command-audit = Kimin neyi değiştirdiğini gösterir; undo yazılırsa son değişikliği geri alır
command-status = Akışların ve gönderimlerin durumunu gösterir
command-broadcast = Bütün sohbetlere duyuru gönderir
command-confirm = Bir soruya evet der
command-cancel = Bir soruya hayır der
keyword-command-list = Bir konunun anahtar kelimelerini gösterir
keyword-command-add = Anahtar kelime ekler
keyword-command-remove = Anahtar kelime çıkarır
keyword-command-test = Anahtar kelimeyi son 30 günün haberlerinde dener, hiçbir şeyi değiştirmez
topic-command-add = Konu açar
topic-command-own = Yalnızca bu sohbetin göreceği bir konu açar
topic-command-rename = Bir konunun adlarını değiştirir
topic-command-remove = Bir konuyu kaldırır
feed-command-list = Akışları ve durumlarını gösterir
feed-command-check = Bir akışı şimdi okur, ne bulduğunu söyler
feed-command-add = Adresi okur, ne bulduğunu söyler, akış olarak ekler
feed-command-remove = Bir akışı kaldırır
feed-command-pause = Bir akışı duraklatır
feed-command-resume = Duraklatılan akışı yeniden okumaya başlar
admin-command-list = Yöneticileri gösterir
admin-command-add = Birini yönetici yapar
admin-command-remove = Birini yöneticilikten çıkarır
audit-command-undo = Son değişikliği geri alır
arguments-keyword = list|add|remove|test <konu> …
arguments-topic-expression = <konu> <ifade>
arguments-topic-keyword = <konu> <anahtar kelime ya da sırası>
arguments-topic-group = add|own|rename|remove <konu> …
arguments-topic-names = <konu> <Türkçe ad> | <İngilizce ad>
arguments-feed-group = list|check|add|remove|pause|resume …
arguments-feed = <akış>
arguments-feed-add = <akış> <adres> [dil] [5m]
arguments-admin = list|add|remove …
arguments-person = <kişi>
arguments-audit = [adet] | undo
arguments-text = <metin>
not-admin-topic = Herkese açık konuları yalnızca Tellal yöneticileri değiştirebilir.
too-often = Bunu çok sık istediniz. Lütfen { $wait } sonra yeniden deneyin.
confirm-question = Eklensin mi? Bu soru on dakika geçerlidir.
confirm-yes = Evet
confirm-no = Hayır
confirm-gone = Bu soru size sorulmadı, daha önce yanıtlandı ya da on dakikayı geçti. Lütfen komutu yeniden yazın.
confirm-cancelled = Hiçbir şey değiştirilmedi.
change-overtaken = Hiçbir şey değiştirilmedi: bir başkası daha önce davrandı. Lütfen son duruma bakın.
changed = { $change }.
change-undo = Geri almak için { $command } yazın.
change-keyword-add = { $topic } konusuna “{ $text }” anahtar kelimesi eklendi
change-keyword-remove = { $topic } konusundan “{ $text }” anahtar kelimesi çıkarıldı
change-topic-add = { $topic } ({ $id }) konusu açıldı
change-topic-remove = { $topic } ({ $id }) konusu kaldırıldı
change-topic-rename = { $topic } konusunun adı değiştirildi ({ $from } → { $to })
change-feed-add = { $feed } akışı eklendi ({ $url })
change-feed-remove = { $feed } akışı kaldırıldı ({ $url })
change-feed-pause = { $feed } akışı duraklatıldı
change-feed-resume = { $feed } akışı yeniden başlatıldı
change-admin-add = { $admin } yönetici yapıldı
change-admin-remove = { $admin } yöneticilikten çıkarıldı
change-broadcast = { $count } sohbete duyuru: { $text }

## Keywords
keyword-usage = Konuyu ve ifadeyi yazın, örneğin: { $command } test kizilay "kan bağışı"
keyword-none = { SUFFIX($topic, "genitive") } henüz anahtar kelimesi yok.
keyword-list = { $topic } konusunun anahtar kelimeleri ({ $count })
keyword-unread = artık okunamıyor, hiçbir şey bulmaz
keyword-irrelevant = { $count } kez ilgisiz bulundu
keyword-known = Bu anahtar kelime { $topic } konusunda zaten var.
keyword-full = Sohbete özel bir konuda en çok { $count } anahtar kelime olabilir.
keyword-unknown = { $topic } konusunda “{ $text }” diye bir anahtar kelime yok. { $command } list ile görebilirsiniz; sırasını yazmanız da yeter.
keyword-unknown-nearest = { $topic } konusunda “{ $text }” diye bir anahtar kelime yok. Şunu mu demek istediniz: “{ $nearest }”?
keyword-wanted = Aranan: { $terms }.
keyword-unwanted = Şunların geçtiği yerler sayılmaz: { $terms }.
keyword-title = Yalnızca başlıkta aranır.
keyword-languages = Yalnızca şu dillerdeki haberlerde aranır: { $languages }.
keyword-with = Haberde şu da geçmeli: { $terms }.
keyword-without = Haberde şu geçmemeli: { $terms }.
keyword-with-title = Başlıkta şu da geçmeli: { $terms }.
keyword-without-title = Başlıkta şu geçmemeli: { $terms }.
keyword-near = En çok { $count } kelime yakınında şu geçmeli: { $terms }.
keyword-not-near = { $count } kelime yakınında şu geçmemeli: { $terms }.
keyword-exact = { $term } (tam bu biçimiyle)
keyword-ascii = { $term } (Türkçe harfler olmadan da)
keyword-more = { $count } tane daha
keyword-would-match = Son { $days } günde { $count } haberle eşleşirdi.
keyword-would-drop = Son { $days } günde konudan { $count } haberi çıkarırdı.
keyword-topic-now = Şu anda konuda (son { $days } gün) { $before } haber var; bununla birlikte { $after } olur.
keyword-examples = Örnekler
keyword-stopped = Hepsi denenemedi: { $count } metin, en eskisi { $time }.
keyword-first = Konuda şimdiye kadar haber yoktu; bu anahtar kelimeyle { $count } haber eşleşir.
keyword-doubles = Konudaki haberler iki katını aşar: { $before } iken { $after } olur.
keyword-from-now = Bundan sonraki haberlerden başlayarak geçerli.
keyword-fault-length = Bir anahtar kelime en çok { $count } karakter olabilir.
keyword-fault-empty = Anahtar kelime boş.
keyword-fault-missing-before = { $sign } işaretinden önce bir kelime eksik.
keyword-fault-missing-end = Sonda bir kelime eksik.
keyword-fault-near = near: 1 ile { $count } arasında bir kelime sayısı ister, örneğin near:5.
keyword-fault-near-first = near: öncesinde bir kelime ister.
keyword-fault-lang = lang: dil kodu ister, örneğin lang:tr,en.
keyword-fault-mark-inside = = ve ~ işaretleri öbeğin en başında durur.
keyword-fault-mark-alone = İşaretten sonra bir şey yok.
keyword-fault-brackets = Parantezin içinde bir kelime eksik.
keyword-fault-many = Bir anahtar kelimede en çok { $count } seçenek olabilir.
keyword-fault-phrase = Bir öbekte en çok { $count } kelime olabilir.
keyword-fault-word = Bir kelime en çok { $count } harf olabilir.
keyword-fault-short = Bir kelimede en az iki harf ya da rakam olmalı.
keyword-fault-behind = { $sign } işaretinden sonra bir şey yok.
keyword-fault-quote = Tırnak kapatılmamış.
keyword-fault-bracket = Parantez kapatılmamış.
keyword-fault-nested = Parantez içinde parantez olmaz.

## Topics by command
topic-usage = Konuyu ve adlarını yazın, örneğin: { $command } add kan Kan bağışı | Blood donation
topic-id = Bir konunun kısa adı 1-24 karakterdir: a-z, rakam, - ve _; örneğin kan.
topic-known = { $topic } adında bir konu zaten var.
topic-full = Bir sohbetin kendine özel en çok { $count } konusu olabilir.
topic-name-long = Bir konunun adı en çok { $count } karakter olabilir.
topic-remove-question = { $topic } konusu kaldırılsın mı? { $count ->
    [0] Takip eden sohbet yok.
   *[other] { $count } sohbet takip ediyor.
  }

## Feeds by command
feed-usage = Kısa bir ad ve adres yazın, örneğin: { $command } add aa-dunya https://www.aa.com.tr/tr/rss/default?cat=dunya tr 5m
feed-title = Akışlar
feed-none = Henüz akış yok.
feed-known = Bu adda ya da adreste bir akış zaten var: { $feed }.
feed-unknown = “{ $feed }” adında bir akış yok. Akışlar: { $known }.
feed-unknown-nearest = “{ $feed }” adında bir akış yok. Şunu mu demek istediniz: { $nearest }? Akışlar: { $known }.
feed-unreadable = { $feed } okunamadı: { $why }
feed-fact-items = Haber
feed-fact-newest = En yenisi
feed-fact-reader = Okuma
feed-no-time = zamanı yok
feed-reader-usual = olağan akış, kusuru yok
feed-reader-tolerant = hoşgörülü okuyucuyla: akışta kusurlar var
feed-examples = İlk haberler
feed-will = Dil: { $language }. Okuma aralığı: { $every }.
feed-add-question = Bu akış eklensin mi? Bu soru on dakika geçerlidir.
feed-paused-already = { $feed } akışı zaten duraklatılmış.
feed-not-paused = { $feed } akışı duraklatılmış değil.
feed-well = iyi
feed-paused = duraklatıldı
feed-frozen = yenilenmiyor
feed-failing = { $count } kez okunamadı ({ $why })
feed-new = henüz okunmadı
feed-no-items = henüz yok
feed-newest = en yeni haber: { $age }
feed-gap = { $span } önce boşluk
ago = { $span } önce

## Admins by command
admin-title = Yöneticiler
admin-fixed = ADMINS ayarından, komutla değişmez
admin-known = { $admin } zaten yönetici.
admin-is-fixed = { $admin } ADMINS ayarında yazılı; oradan yalnızca Tellal'ı işleten çıkarabilir.
admin-unknown = { $admin } yönetici değil.
admin-last = Son yönetici çıkarılamaz.
admin-whom = Bir kişi gösterin: iletisini yanıtlayın, ondan söz edin ya da adresini yazın, örneğin telegram:123 veya slack:T01/U02.

## Book of changes
audit-title = Değişiklikler
audit-none = Henüz bir şey değiştirilmedi.
audit-usage = Kaç değişikliğin gösterileceğini yazın ({ $command } 20) ya da sonuncuyu geri alın ({ $command } undo).
audit-undone = (geri alındı)
audit-undoes = (#{ $number } geri alındı)
undo-nothing = Geri alınacak bir değişiklik yok.
undo-stuck = Bu geri alınamıyor, çünkü o zamandan beri durum değişti: { $change }.
undone = Şu değişiklik geri alındı: { $change }.

## Status
status-title = Durum
status-lanes = Hesaplar
status-sent = son gönderim { $ago }
status-sent-none = henüz gönderim yok
status-waiting = { $count ->
    [0] bekleyen yok
   *[other] { $count } gönderim bekliyor
  }
status-oldest = en eskisi { $span } önceden
status-through = { $time } dolayında biter
status-stories = Haber
status-unread = Okunmamış sayfa
status-owed = Bekleyen gönderim
status-uncertain = Ulaştığı belirsiz
status-dead = Vazgeçilen gönderim

## Announcements
broadcast-title = Duyuru
broadcast-empty = Duyurunun metnini komuttan sonra yazın.
broadcast-long = Bir duyuru en çok { $count } karakter olabilir.
broadcast-question = Bu duyuru { $count } sohbete gönderilsin mi? Bu soru on dakika geçerlidir.
broadcast-owed = Duyuru { $count } sohbete gönderiliyor.
command-why = Bir haberin neden geldiğini ya da gelmediğini açıklar
why-empty = Hangi haber? Adresini yazın: { $command } https://www.aa.com.tr/…
why-not-in-feed = Bu haber, izlediğimiz akışların hiçbirinde görünmedi.
why-unread = Haber akışta görüldü, sayfası henüz okunmadı.
why-forgotten = Haber hiçbir konuyla eşleşmedi; metni artık saklanmadığı için ayrıntı veremiyoruz.
why-unmatched = Haberin başlığında ve metninde konularımızın anahtar sözcüklerinden hiçbiri geçmiyor.
why-all-masked = Anahtar sözcük geçiyor, ama yalnızca istenmeyen bir ifadenin içinde; bu yüzden sayılmadı:
why-masked = “{ $keyword }”, istenmeyen ifade “{ $by }”:
why-topic = { $topic }: ilgi %{ $percent }, { $count } yerde
why-in-title = başlıkta “{ $keyword }”
why-in-body = metinde “{ $keyword }”
why-withdrawn = Haber yayından kaldırıldı.
why-sent = Bu sohbete gönderildi: { $time }.
why-sent-digest = Bu sohbete toplu iletiyle gönderildi: { $time }.
why-waits = Ayarlarınıza göre bu sohbete şu saatte gelecek: { $time }.
why-soon = Gönderilmek üzere sırada bekliyor.
why-dead = Gönderilemedi: { $why }
why-dropped = Gönderilmeden önce gereksiz kaldı: haber kaldırılmış ya da sohbetten çıkarılmış olabiliriz.
why-not-followed = Bu sohbet, haberin konularından hiçbirini takip etmiyor.
why-later = Bu sohbet konuyu haberden sonra takip etmeye başladı: { $time }.
why-old = Akış ilk okunduğunda haber bir günden eskiydi; böyle haberler gönderilmez.
why-kind = Bu sohbet bu türdeki haberleri istemiyor: { $kind }.
why-language = Bu sohbet bu dildeki haberleri istemiyor.
why-relevance = Haberin ilgisi %{ $percent }; bu sohbet en az %{ $floor } istiyor.
why-muted = Konu bu sohbette { $time } tarihine kadar susturulmuştu.
why-unknown = Haber geldiğinde bu sohbetin ayarları farklıydı.
command-stats = Haftalara ve konulara göre haber sayısını çizer
arguments-stats = [konu]
stats-title = Son { $weeks } haftanın haberleri
stats-line = { $topic }: toplam { $total } haber; bu hafta { $last }, en yoğun hafta { $most }.
stats-none = Son { $weeks } haftada haber yok.

## Settings
settings-title = Ayarlar
settings-back = ‹ Ayarlar
settings-chosen = ✅ { $choice }
settings-on = Açık
settings-off = Kapalı
settings-all = hepsi
settings-without = şunlar hariç hepsi: { $names }
settings-language = Dil
settings-delivery = Gönderim
settings-zone = Saat dilimi
settings-quiet = Sessiz saatler
settings-length = Uzunluk
settings-kinds = Haber türleri
settings-stories = Haber dilleri
settings-floor = İlgi eşiği
settings-muted = Susturulan
settings-muted-topic = { $topic } ({ $time } tarihine kadar)
settings-in-tr = Türkçe
settings-in-en = İngilizce
settings-delivery-kind = { $kind ->
    [hourly] Saatlik özet
    [daily] Günlük özet
    [weekly] Haftalık özet
   *[immediate] Anında
  }
settings-delivery-state = { $kind ->
    [hourly] saat başı özet
    [daily] her gün saat { $time }, özet olarak
    [weekly] her { $day } saat { $time }, özet olarak
   *[immediate] anında
  }
settings-delivery-hint = Başka bir saat için: { $command } delivery daily 08:30
settings-zone-hint = Başka bir saat dilimi için: { $command } zone Asia/Tokyo
settings-quiet-hint = Bu saatlerde bir şey gönderilmez; gelen haberler sonrasında tek özet olarak gelir. Başka saatler için: { $command } quiet 22:30-06:30
settings-quiet-but = { $span } (afet haberleri yine gelir)
settings-quiet-off-but = Kapalı (açıkken afet haberleri yine gelir)
settings-quiet-from = Başlangıç { $time }
settings-quiet-to = Bitiş { $time }
settings-disasters = Afet haberleri gelsin
settings-length-headline = yalnızca başlık
settings-length-short = kısa
settings-length-full = tam
settings-floor-state = { $level ->
    [0] tüm haberler
    [1] konuya yalnızca değinenler hariç
   *[2] yalnızca doğrudan konu hakkındakiler
  }
settings-stale = Bu ayar yapılamadı: düğme eskimiş ya da değer geçersiz. Güncel ayarlar için { $command } yazın.
settings-no-value = “{ $value }” ayarlanamaz.
settings-no-zone = “{ $zone }” adında bir saat dilimi yok. Örnek: Europe/Istanbul
settings-nothing-left = En az biri açık kalmalı; yoksa hiç haber gelmez.

## Muting
mute-choose = Hangi konuyu bir günlüğüne susturalım?
mute-now = Susturduğunuz konular:
mute-which = Hangi konuyu? Örnek: { $command } kizilay 1g
mute-unfollowed = Takip etmediğiniz bir konu susturulamaz.
mute-span = “{ $span }” bir süre değil. Örnekler: 90dk, 3sa, 1g, 2hf
mute-offer = 🔕 { $topic }
mute-offer-end = 🔔 { $topic }
mute-day = 1 gün sustur
mute-week = 1 hafta sustur
mute-end = Sesi aç
muted = { SUFFIX($topics, "accusative") } { $time } tarihine kadar susturdunuz.
muted-until = { $time } tarihine kadar
mute-ended = { $topics } yeniden gönderilecek.

## What readers say of a post
feedback-irrelevant = Teşekkürler, bu haberin ilgisiz olduğunu not ettik.
feedback-wrong = Teşekkürler, yöneticilere ilettik. Bakıp düzeltecekler.
feedback-before = Bunu daha önce bildirmiştiniz.

## Causes
cause-status = site HTTP { $status } yanıtı verdi
cause-unasked = site, sorulmadığı hâlde “değişmedi” (HTTP 304) dedi
cause-cut = yanıt yarıda kesildi
cause-empty = yanıt boş
cause-no-feed = bu bir akış değil, şöyle başlıyor: { $found }
cause-large = yanıt çok büyük ({ $size } bayttan fazla)
cause-unknown-host = bu adda bir sunucu yok
cause-look-up = sunucunun adı çözümlenemedi
cause-refused = sunucu bağlantıyı reddetti
cause-reset = bağlantı koptu
cause-slow = sunucu zamanında yanıt vermedi
cause-unreachable = sunucuya ulaşılamıyor
cause-headers = yanıtın başlıkları çok uzun
cause-connection = bağlantı kurulamadı
cause-stopped = Tellal durdurulunca yarıda kaldı
cause-no-address = geçerli bir adres değil
cause-downgrade = https'ten güvensiz http'ye yönlendiriyor
cause-redirect = yönlendirme: { $why }
cause-redirects = { $count } kereden fazla yönlendiriyor
cause-robots = { $host } sitesinin robots.txt dosyası bu adresi okumaya izin vermiyor
cause-robots-failed = { $host } sitesinin robots.txt dosyası okunamadı: { $why }
cause-scheme = adres http ya da https ile başlamalı, { $scheme } olmaz
cause-password = adreste kullanıcı adı ya da parola var
cause-port = { $port } numaralı bağlantı noktasına izin yok
cause-private = { $host } herkese açık bir internet adresi değil
cause-leads-private = { $host }, herkese açık olmayan { $to } adresine götürüyor
cause-own = Tellal'ın kendi hatası, ayrıntısı günlükte
cause-token-dead = Telegram botun token'ını artık kabul etmiyor; @BotFather'dan yenisini alın
cause-token-unknown = Telegram bu token'la bir bot tanımıyor; @BotFather'dan yeniden kopyalayın
cause-blocked = kişi botu engelledi
cause-deleted-account = kişinin hesabı silinmiş
cause-not-started = kişi botu başlatmadı
cause-bot = sohbetteki karşı taraf da bir bot
cause-removed = sohbetten çıkarıldık
cause-deleted = sohbet silindi
cause-archived = kanal arşivlendi
cause-closed = grup kapatıldı ya da süper gruba dönüştü
cause-thread = konu başlığı kapatıldı ya da silindi
cause-unknown-chat = Telegram böyle bir sohbet tanımıyor ya da bot orada değil
cause-administrator = bu kanala yazmak için botun yönetici olması gerek
cause-may-not = botun buraya yazma izni yok
cause-telegram-away = Telegram'a ulaşılamıyor
cause-unanswered = { $count } kez gönderildi, yanıt gelmedi
cause-invite = kanalda /invite @Tellal yazın
cause-invite-private = kanal silinmiş ya da gizli: orada /invite @Tellal yazın
cause-uninstalled = uygulama çalışma alanından kaldırıldı
cause-install-removed = uygulama çalışma alanından kaldırıldı: yeniden kurun ve yeni token'ını ayarlayın
cause-install = uygulamayı yeniden kurun ve yeni token'ını ayarlayın
cause-revoked = uygulamanın token'ı iptal edildi
cause-address-list = uygulamanın izinli adresler listesinde bu makine yok
cause-messages-tab = uygulamanın ayarlarında mesajlar sekmesini açın
cause-token-wrong = token yanlış ya da eksik

## For the admins
notice-gap = { $feed } akışında boşluk var: bu arada haber kaçmış olabilir.
notice-failing = { $feed } akışı { $span } boyunca okunamadı: { $why }
notice-silent = { $feed } akışı yanıt veriyor, ama alışılmadık ölçüde sessiz.
notice-silent-since = { $feed } akışı yanıt veriyor, ama alışılmadık ölçüde sessiz: en yeni haberi { $span } önceye ait.
notice-layout = { $feed } sayfalarının düzeni değişmiş görünüyor: art arda { $count } sayfa her zamanki gibi okunamadı.
notice-still = { $lane } hesabından gönderim yapılamıyor: { $count } gönderim bekliyor, en eskisi { $span } önceden kaldı.
notice-well-failing = { $what } akışı yeniden okunuyor.
notice-well-silent = { $what } akışına yeniden haber geliyor.
notice-well-layout = { $what } sayfaları yeniden her zamanki gibi okunuyor.
notice-well-still = { $what } hesabından gönderim yeniden sürüyor.
notice-well-closed = { $what } hesabımızı yeniden kabul ediyor.
notice-unread = { $topic } konusunun “{ $keyword }” anahtar kelimesi artık okunamıyor ve hiçbir şey bulmuyor. Lütfen düzeltin.
notice-dead = { $chat } sohbetine bir gönderi iletilemedi ve bırakıldı: { $why }
notice-gone = { $chat } sohbetine artık gönderilemiyor: { $why }. Tellal kanala yeniden alınınca orada /tellal subscribe yazarak takibi sürdürebilirsiniz.
notice-closed = { $lane } hesabımızı kabul etmiyor, oradaki gönderimler durdu: { $why }

## Installing the Slack app
install-done = Tellal artık Slack çalışma alanınızda. Bir kanala /invite @Tellal yazarak davet edin, ardından orada /tellal yazın.
install-cancelled = Kurulumdan vazgeçildi, hiçbir şey değiştirilmedi. Bu sayfayı kapatabilirsiniz.
install-failed = Kurulum tamamlanamadı; on dakikadan uzun sürmüş olabilir. Lütfen size verilen bağlantıdan yeniden başlayın.
install-unfit = Tellal tek tek çalışma alanlarına kurulur, kuruluşun tamamına kurulamaz. Lütfen bir çalışma alanı seçip yeniden deneyin.
notice-wrong = { $chat } sohbetinden biri bu haberdeki bilgilerin hatalı olduğunu bildirdi ({ $story }). Gösterilen:

## Windows and the app's page in Slack
command-configure = Bu sohbetin tüm seçeneklerini bir pencerede açar
form-save = Kaydet
form-missing = Lütfen burayı doldurun.
form-long = Bu çok uzun.
form-foreign = Bu artık burada seçilemiyor. Pencereyi kapatıp yeniden açın.
form-stale = Bu pencere eskimiş ya da size ait değil. Kapatıp yeniden açın.
form-late = Pencere zamanında açılamadı. Lütfen yeniden deneyin.
form-elsewhere = Kanalda { $command } yazın: pencere orada açılır.
brief-no-link = Bu iletide AA haberine bağlantı yok.
configure-title = Ayarlar
configure-topics = Takip edilecek konular
configure-at = Günlük veya haftalık özetin saati
configure-day = Haftalık özetin günü
configure-quiet-from = Sessizlik başlangıcı
configure-quiet-to = Sessizlik bitişi
configure-quiet-long = Sessiz saatler günde en az dört saat boş bırakmalı.
command-keywords = Anahtar kelimeleri deneyip eklemek için bir pencere açar
keywords-title = Anahtar kelimeler
keywords-submit = Uygula
keywords-topic = Konu
keywords-expression = İfade
keywords-hint = Örneğin: Kızılay; istenmeyenler için -Kızılay Meydanı
keywords-what = Ne yapılsın?
keywords-test = Yalnızca dene: neleri bulurdu?
keywords-add = Konuya ekle
configured = Kaydedildi.
configured-none = Burada takip ettiğiniz konu yok.
home-chats = Kanallarınız
home-direct = Burada, sohbetimizde
home-nothing = henüz konu yok
home-configure = Ayarla
home-invite = Bir kanalın haberlerini burada görmek için beni /invite @Tellal ile kanala davet edin ve orada /tellal configure yazın.
home-latest = Son haberler
home-feeds = Akışlar
home-refresh = Yenile

## The web page
command-web = Arşivin ve durumun bulunduğu web sayfasına tek kullanımlık bir bağlantı verir
web-off = Web sayfası henüz açılmadı. Tellal'ı işleten kişi WEB_PORT ve WEB_URL ayarlarını yapmalı.
web-link = Web sayfası
web-link-how = Bağlantı 15 dakika geçerlidir ve bir kez kullanılabilir.
web-menu = Sayfalar
web-skip = İçeriğe geç
web-archive = Arşiv
web-people = Kişiler
web-decisions = Kararlar
web-status = Durum
web-keywords = Anahtar kelimeler
web-leave = Çıkış
web-foot = Haberlerin kaynağı her haberin altında yazar. Kişiler ve kararlar haberlerden otomatik çıkarılır; haberin aslına bakın.
web-closed = Bu sayfa herkese açık değil
web-closed-how = Tellal'a sohbette /web yazın (Slack'te /tellal web). Gönderdiği bağlantı sizi içeri alır.
web-token = Erişim anahtarı
web-token-wrong = Bu anahtar doğru değil.
web-enter = Giriş
web-welcome = Tellal'ın arşivi
web-welcome-how = Devam etmek için düğmeye basın. Bağlantı yalnızca bir kez geçerlidir.
web-ticket-over = Bu bağlantı artık geçerli değil
web-missing = Burada bir şey yok
web-missing-how = Adres yanlış yazılmış olabilir ya da aradığınız artık saklanmıyor.
web-failed = Sayfa gösterilemedi
web-words = Haberlerde ara
web-search = Ara
web-narrow = Daralt
web-topic = Konu
web-kind = Tür
web-country = Ülke
web-person = Kişi
web-from = Başlangıç
web-to = Bitiş
web-any = Hepsi
web-all = Süzgeçleri kaldır
web-none = Aradığınıza uyan haber bulunamadı.
web-newest = « En yeniler
web-stopped = Bakılacak haber çok olduğu için daha eskilerine bakılmadı.
web-further = Daha eskilerde ara »
web-pages = Sayfalar arası
web-person-shown = { $name } gösteriliyor. Şunlar da olabilir:
web-people-here = Bu kişiler başka nerelerde görüldü?
web-versions = Ne değişti?
web-version = { $number }. sürüm
web-version-first = İlk kayıt
web-version-partial = tam metin henüz yoktu
web-version-same = Gösterilen bilgilerde değişiklik yok.
web-change-title = Başlık
web-change-kind = Tür
web-change-lead = Giriş
web-change-place = Yer
web-change-date = Tarih
web-change-attendee = Katılımcı
web-change-decision = Karar
web-matched = Neden burada?
web-delivered = Gönderim
web-delivered-none = Bu haber hiçbir sohbete gönderilmedi.
web-platform = Platform
web-platform-console = Konsol
web-platform-telegram = Telegram
web-platform-slack = Slack
web-state-sent = Gönderildi
web-state-waiting = Bekliyor
web-state-sending = Belirsiz
web-state-dead = Gönderilemedi
web-state-moot = Gerek kalmadı
web-first-post = İlk gönderim
web-name = Ad ya da soyad
web-met-since = Süre
web-days = Son { $days } gün
web-show = Göster
web-people-none = Bu sürede kimse kaydedilmedi.
web-meetings = { $count } haber
web-their-meetings = Katıldıkları
web-companions = Kimlerle görüştü?
web-companions-none = Haberlerde yanında adı geçen başka biri yok.
web-decisions-none = Kayıtlı bir karar yok.
web-undated = Tarihsiz
web-keywords-how = Bir haber, metninde bu ifadelerden biri geçtiği için seçilir; başında - olanlar istenmeyen ifadelerdir. İlgisiz sütunu, o ifadenin getirdiği haberlere okurların kaç kez “İlgisiz” dediğini gösterir. Değişiklik sohbette /keyword ile yapılır.
web-keyword = İfade
web-keyword-count = { $count } ifade
web-all-well = Her şey yolunda.
web-not-well = Dikkat: sorunlu akış { $feeds }, geciken hesap { $lanes }.
web-outbox-age = En uzun bekleyen
web-numbers = Sayılar
web-last-good = Son başarılı okuma
web-next-poll = Sıradaki okuma
web-failures = Art arda hata
web-gap = Boşluk
web-now = şimdi
web-in = { $span } sonra
web-health-well = iyi
web-health-new = henüz okunmadı
web-health-paused = duraklatıldı
web-health-failing = okunamıyor
web-health-frozen = yenilenmiyor
web-health-silent = alışılmadık ölçüde sessiz
web-sparkline = Son { $hours } saatte { $count } haber
web-last-sent = Son gönderim
web-oldest = En eskisi
web-lane-late = gecikiyor
web-errors = Son hatalar
web-errors-none = Son yedi günde gönderilemeyen bir şey yok.
web-charts = Grafikler
web-charts-span = Son { $weeks } hafta.
web-chart-weeks = Haftalara göre haber
web-chart-kinds = Haber türleri
web-chart-countries = Ülkeler
web-chart-spans = Yayından gönderime geçen süre
web-in-numbers = Sayılarla
web-within = en çok { $span }
web-longer = { $span } üstü
web-median = Haberlerin yarısı { $span } içinde gönderildi.
web-take-along = İndirin ya da abone olun:
web-stories-csv = haberler (CSV)
web-people-csv = katılımcılar (CSV)
web-decisions-csv = kararlar (CSV)
web-calendar = takvim

## Forgetting a chat
command-forget = Bu sohbetle ilgili sakladığımız her şeyi siler
forget-question = Bu sohbetin abonelikleri, ayarları, kendine özel konuları ve gönderim kayıtları kalıcı olarak silinecek; artık haber gönderilmeyecek. Daha önce gönderilmiş iletiler sohbette kalır. Silinsin mi?
forget-yes = Evet, hepsini sil
forget-done = Bu sohbetle ilgili her şey silindi. Yeniden başlamak isterseniz bir konuyu takip etmeniz yeter.
forget-nothing = Bu sohbetle ilgili sakladığımız bir şey yok.
